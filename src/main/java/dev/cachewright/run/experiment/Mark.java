package dev.cachewright.run.experiment;

import java.time.Instant;

/// What the requests of an arm begin with: another first token for each arm, and for each call of the control. Its digits
/// say when the experiment began, so that an earlier one has warmed nothing. All marks are digits of the same length, and
/// so are as many tokens: what they cost is the same for all arms.
///
/// @param began when the experiment did
record Mark(Instant began) {

    private static final int GROUP = 1_000;
    private static final long LATEST = 1_000_000_000_000L;

    /// @param number of an arm or a call of the control, below a million; one of a kind
    String of(int number) {
        return String.format("%03d%03d%012d", number % GROUP, number / GROUP, began.toEpochMilli() % LATEST);
    }
}
