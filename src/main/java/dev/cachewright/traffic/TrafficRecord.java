package dev.cachewright.traffic;

import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A recorded call without its text.
///
/// @param file of the log, and the line in it from 1 on
/// @param shape of its request; empty where the log holds none
/// @param firstToken how long after the request its answer began
public record TrafficRecord(Place place, Optional<Instant> at, Optional<Duration> firstToken, Route route,
        String conversation, Usage usage, Optional<RequestShape> shape) {

    /// Where a call is in its log.
    public record Place(String file, long line) {

        /// `calls.jsonl:17`.
        public String words() {
            return file + ":" + line;
        }
    }

    /// Where a call went.
    ///
    /// @param host the server; empty where it is not known
    /// @param model as it was asked for
    /// @param key tells the keys of a log apart; never a key itself
    public record Route(String host, String model, String key) {
    }
}
