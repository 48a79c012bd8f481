package dev.cachewright.format.recover;

import java.time.Instant;
import java.util.Optional;

/// A recorded request.
///
/// @param body its JSON
/// @param at when it was sent; empty where that is not known
/// @param place where it stands in its log, for people
public record Recorded(String body, Optional<Instant> at, String place) {
}
