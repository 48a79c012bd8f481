package dev.cachewright.divergence;

import dev.cachewright.analysis.Divergence.BodyPlace;
import java.util.List;

/// Where one of two requests leaves the other.
///
/// @param body the value in its body, and the character in that value
/// @param at the same place in its block, or in the text of its part where blocks are not known
/// @param tokens those that stand here and not in the other request, the first ones of them
public record Spot(Part part, BodyPlace body, At at, List<TokenText> tokens) {

    public Spot {
        tokens = List.copyOf(tokens);
    }

    /// A place in a text.
    ///
    /// @param block the id of the block; empty where blocks are not known
    /// @param offset in the rendered content of the block, in UTF-16 units
    /// @param line from 1 on
    /// @param column in UTF-16 units, from 1 on
    public record At(String block, int offset, int line, int column) {
    }
}
