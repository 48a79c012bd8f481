package dev.cachewright.ui.why;

/// The blocks that are in the editor now.
public interface PromptBlocks {

    /// The name that people see for a block id; the id where it is gone.
    String name(String id);

    boolean has(String id);

    /// Brings a place of a block into sight.
    ///
    /// @param offset in the rendered content of the block
    void show(String id, int offset);
}
