package dev.cachewright.ui.editor.marks;

import dev.cachewright.prompt.Block;
import dev.cachewright.token.TextToken;
import java.util.List;

/// Knows the tokens of a stretch of a block as they are in the request that is shown.
@FunctionalInterface
public interface TokensInView {

    /// The tokens that touch the template between two offsets, in their order; none while they are not known. A
    /// variable has none: those of its value are elsewhere.
    List<TextToken> in(Block block, int from, int to);
}
