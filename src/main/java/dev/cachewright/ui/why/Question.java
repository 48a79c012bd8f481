package dev.cachewright.ui.why;

import dev.cachewright.format.body.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why one request did not read what another stored.
///
/// @param others those that it can be compared with
/// @param chosen the number of the one that it is compared with at first; -1 where there is none
/// @param vendor what its provider says of the same comparison; empty where it says nothing
/// @param at when it was sent
public record Question(Sent later, List<Sent> others, int chosen, Optional<Diagnosis> vendor, Instant at) {

    public Question {
        others = List.copyOf(others);
    }
}
