package dev.cachewright.ui.editor.marks;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.InputException;
import java.util.Optional;

/// Whether the JSON of tools and schemas can be read; the analysis looks at messages alone.
public final class BlockJson {

    private BlockJson() {
    }

    /// Why the text of a block cannot be read; empty where it can, and for messages.
    public static Optional<InputException> problem(Block block) {
        try {
            switch (block.role()) {
                case TOOLS -> RawJson.elements(block.text());
                case SCHEMA -> RawJson.fields(block.text());
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e);
        }
    }
}
