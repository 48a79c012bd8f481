package dev.cachewright.ui.why;

import java.util.function.UnaryOperator;

/// The blocks that are in the editor now.
public interface PromptBlocks {

    /// The names that people see for block ids now, the id where a block is gone; may be asked on any thread.
    UnaryOperator<String> names();

    boolean has(String id);

    /// Brings a place of a block into sight.
    ///
    /// @param offset in the rendered content of the block
    void show(String id, int offset);
}
