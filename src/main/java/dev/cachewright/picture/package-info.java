/// The pictures of traffic: hit rate over time, waste by cause, gaps between calls, laid out from a profile for the window
/// and for the report. Painted or written as SVG by others.
package dev.cachewright.picture;
