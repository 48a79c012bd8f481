package dev.cachewright.app;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Template;
import dev.cachewright.ui.editor.EditorViewModel;
import dev.cachewright.ui.why.PromptBlocks;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.function.UnaryOperator;

/// The blocks of the editor, as places to go to.
record EditorBlocks(PromptModel prompt, EditorViewModel editor) implements PromptBlocks {

    @Override
    public UnaryOperator<String> names() {
        Prompt now = prompt.getPrompt();
        return id -> now.block(id).map(Block::name).orElse(id);
    }

    @Override
    public boolean has(String id) {
        return prompt.getPrompt().block(id).isPresent();
    }

    /// Where a block has tags, places of what it was rendered to are none of its own.
    @Override
    public void show(String id, int offset) {
        boolean isPlain = prompt.getPrompt().block(id).filter(block -> block.text().equals(Template.escape(block
                .text()))).isPresent();
        editor.goTo(id, isPlain ? offset : 0);
    }
}
