package dev.cachewright.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a call was made and how long it took, measured where the bytes arrive.
///
/// @param firstToken from sending to the first text of the answer; empty where none came
/// @param total from sending to the end of the answer
public record Timing(Instant at, Optional<Duration> firstToken, Duration total) {
}
