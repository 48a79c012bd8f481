package dev.cachewright.divergence;

import dev.cachewright.analysis.Divergence;

/// Where a request leaves an earlier one, why, and what that costs: one answer for the window and for `diff`.
///
/// @param divergence the place in tokens and in the body, and the vendor's word
/// @param earlier where the earlier request is left
/// @param later where the later one goes on in its own way
public record Explanation(Relation relation, Divergence divergence, Spot earlier, Spot later, Figures figures,
        Findings findings) {

    /// How the later request stands to the earlier one.
    public enum Relation {
        /// Both are the same prompt.
        SAME,
        /// It has all of the earlier one, and more messages after it.
        GOES_ON,
        /// It ends before the earlier one does, and is the same so far.
        ENDS_BEFORE,
        /// It leaves the earlier one.
        PARTS
    }

    public boolean parts() {
        return relation == Relation.PARTS;
    }
}
