package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.VariableEdits;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.List;

/// The edits of whole blocks; each goes to the block that it leaves.
final class BlockEditing {

    private final EditorViewModel editor;
    private final PromptModel prompt;

    BlockEditing(EditorViewModel editor, PromptModel prompt) {
        this.editor = editor;
        this.prompt = prompt;
    }

    void act(String id, BlockAction action) {
        Prompt now = prompt.getPrompt();
        switch (action) {
            case MOVE_UP -> moveTo(id, now.indexOf(id) - 1);
            case MOVE_DOWN -> moveTo(id, now.indexOf(id) + 1);
            case DUPLICATE -> change(BlockEdits.duplicate(now, id), now.indexOf(id) + 1);
            case DELETE -> change(BlockEdits.delete(now, id), now.indexOf(id));
            case MERGE -> change(BlockEdits.merge(now, id), now.indexOf(id));
            case SPLIT -> change(BlockEdits.split(now, id, editor.caretProperty().get()), now.indexOf(id) + 1);
            case TOGGLE_BREAKPOINT -> {
                editor.show(id);
                editor.breakpoints().toggle(id);
            }
            case TOGGLE_KIND -> editor.card(id).ifPresent(card -> {
                editor.show(id);
                card.toggleKind();
            });
            case TOGGLE_FOLD -> editor.card(id).ifPresent(card -> {
                editor.folds().toggle(card);
                editor.show(id);
            });
            case MAKE_VARIABLE -> makeVariable(id, editor.selectionProperty().get());
        }
    }

    private void makeVariable(String id, TextRange selected) {
        prompt.edit(VariableEdits.make(prompt.getPrompt(),
                List.of(new VariableEdits.Stretch(id, selected.start(), selected.end()))));
    }

    /// Adds a block of this role; a tools or schema block only where there is none.
    void addBlock(Role role) {
        boolean isThere = prompt.getPrompt().blocks().stream().anyMatch(block -> block.role() == role);
        if (role.isMessage() || !isThere) {
            add(role);
        }
    }

    /// A new block of the same role below the focused one, or at the end.
    private void add(Role role) {
        Prompt now = prompt.getPrompt();
        String id = now.freeId(role.word());
        // Tools and schema are sent before all messages.
        int below = role.isMessage()
                ? editor.focusedProperty().get().map(now::indexOf).orElse(now.blocks().size() - 1)
                : -1;
        boolean joins = below >= 0 && now.blocks().get(below).role() == role && role.isInstruction();
        prompt.edit(BlockEdits.insert(now, below + 1, NewBlock.of(id, role).withJoined(joins)));
        editor.goTo(id);
    }

    void moveTo(String id, int index) {
        if (index >= 0 && index < prompt.getPrompt().blocks().size()) {
            prompt.edit(BlockEdits.move(prompt.getPrompt(), id, index));
            editor.goTo(id);
        }
    }

    /// Moves the block into the gap with this number, from 0 above the first block.
    void moveToSlot(String id, int slot) {
        moveTo(id, slot > prompt.getPrompt().indexOf(id) ? slot - 1 : slot);
    }

    boolean canMerge(String id) {
        return BlockEdits.canMerge(prompt.getPrompt(), id);
    }

    /// Applies the edit and goes to the block at `index`, or to the last one.
    private void change(Prompt next, int index) {
        if (next != prompt.getPrompt()) {
            prompt.edit(next);
            List<Block> blocks = next.blocks();
            if (!blocks.isEmpty()) {
                editor.goTo(blocks.get(Math.min(index, blocks.size() - 1)).id());
            }
        }
    }
}
