package dev.cachewright.ui.kit.text;

import dev.cachewright.token.TextToken;
import java.util.List;

/// Knows the tokens of a text, a few rows at a time.
@FunctionalInterface
public interface TokenSource {

    /// The tokens that touch the text between two offsets, in their order. Asked in each frame in which text moves: it
    /// should take a millisecond or two at most.
    List<TextToken> in(int from, int to);
}
