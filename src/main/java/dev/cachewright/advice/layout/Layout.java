package dev.cachewright.advice.layout;

import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Gain;
import dev.cachewright.prompt.Prompt;
import java.util.List;

/// The cheapest layout that was found for a prompt; the prompt as it is where none is cheaper.
///
/// @param prompt the arranged one: the same blocks with the same text, in another order and with other breakpoints
/// @param moves the fewest blocks that have to be moved
/// @param set the blocks that get a breakpoint, in their new order; each for the lifetime that the request asks for
/// @param removed the blocks that lose theirs
/// @param before what the calls are forecast to read and cost as the prompt is
/// @param after the same of the arranged prompt
/// @param isProven whether no layout that keeps the constraints is cheaper; else it is the best one that was found in the
/// time there is
public record Layout(Prompt prompt, List<Move> moves, List<String> set, List<String> removed, Expectation before,
        Expectation after, boolean isProven) {

    public Layout {
        moves = List.copyOf(moves);
        set = List.copyOf(set);
        removed = List.copyOf(removed);
    }

    /// What it brings.
    public Gain gain() {
        return new Gain(before, after);
    }

    /// Whether it changes nothing.
    public boolean isAsBefore() {
        return moves.isEmpty() && set.isEmpty() && removed.isEmpty();
    }
}
