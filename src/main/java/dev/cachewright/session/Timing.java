package dev.cachewright.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a call was made and how long each part of it took from its beginning, measured where the bytes go and arrive.
///
/// @param sent until the whole request had gone out; empty where it did not
/// @param firstByte until the first byte of an answer; empty where none came
/// @param firstToken until the first text of the answer; empty where none came
/// @param lastToken until the last text of the answer
/// @param total until the end of the answer
public record Timing(Instant at, Optional<Duration> sent, Optional<Duration> firstByte, Optional<Duration> firstToken,
        Optional<Duration> lastToken, Duration total) {

    /// A call of which only the first text and the end are known.
    public Timing(Instant at, Optional<Duration> firstToken, Duration total) {
        this(at, Optional.empty(), Optional.empty(), firstToken, Optional.empty(), total);
    }
}
