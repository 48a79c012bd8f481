package dev.cachewright.ui.layouts;

import dev.cachewright.words.Texts;

/// How far a measurement has come.
///
/// @param ended calls
/// @param perRound calls of a round
/// @param rounds to be measured, after one that warms the caches
record MeasureProgress(int ended, int perRound, int rounds) {

    String words() {
        return ended < perRound
                ? Texts.format("measure.warming", ended, perRound)
                : Texts.format("measure.round", ended / perRound - 1, rounds, ended % perRound, perRound);
    }

    /// From 0 to 1.
    double share() {
        return ended / (double) (perRound * (rounds + 1));
    }
}
