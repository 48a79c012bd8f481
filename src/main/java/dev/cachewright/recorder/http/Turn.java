package dev.cachewright.recorder.http;

/// A request that has gone to a server, and waits for its answer.
///
/// @param isToHead whether it is a `HEAD`, whose answer has no body
/// @param isUpgrade whether its answer may be the end of HTTP on this connection
record Turn(Tap tap, boolean isToHead, boolean isUpgrade) {
}
