/// The strip below the blocks: what the next call reads and costs, computed before it is sent.
///
/// A figure that is not known is a dash with the reason beside it, never 0.
package dev.cachewright.ui.forecast;
