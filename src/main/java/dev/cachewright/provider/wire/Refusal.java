package dev.cachewright.provider.wire;

/// What a server said in place of an answer.
///
/// @param body the beginning of it, as text
/// @param retryAfterSeconds how long it asks to wait; 0 where it does not say
record Refusal(int status, String body, long retryAfterSeconds) {
}
