/// Making calls: render, forecast, send, time, record, repeat, pace, wait, stop.
///
/// Blocks the thread it runs on; time comes in as an argument.
package dev.cachewright.run;
