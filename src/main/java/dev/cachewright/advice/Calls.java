package dev.cachewright.advice;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Terms;
import java.time.Instant;
import java.util.List;

/// The calls that a prompt is judged by.
///
/// @param requests in their order
/// @param terms of the first one
/// @param at when the first one is sent
/// @param areAllCounted whether all of them count; else the last one alone, which the others only came before
public record Calls(List<CountedRequest> requests, Destination destination, Terms terms, Instant at, Cadence cadence,
        boolean areAllCounted) {

    public Calls {
        requests = List.copyOf(requests);
    }
}
