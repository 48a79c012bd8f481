/// Reads logs of any length: records are cut off a stream on one thread, read on several, and handed on in their order.
///
/// Nothing is loaded whole, and what a log does not say stays unknown.
package dev.cachewright.format.log;
