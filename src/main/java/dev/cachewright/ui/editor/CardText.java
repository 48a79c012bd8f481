package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.ui.kit.text.TextChange;
import dev.cachewright.ui.kit.text.TextRange;
import java.util.Optional;

/// Keeps a card's area and its block at the same text, and the editor informed of the caret.
final class CardText {

    private final PromptArea area;
    private final BlockCardViewModel model;
    private final EditorViewModel editor;
    private boolean isTyping;

    CardText(PromptArea area, BlockCardViewModel model, EditorViewModel editor) {
        this.area = area;
        this.model = model;
        this.editor = editor;
    }

    void connect(Subscriptions subscriptions) {
        area.setOnChange(change -> {
            isTyping = true;
            try {
                model.typed(change);
            } finally {
                isTyping = false;
            }
        });
        area.setText(BlockCardViewModel.shownText(model.getBlock()).toString());
        subscriptions.add(model.blockProperty().subscribe(this::show));
        subscriptions.add(area.textFocusedProperty().subscribe(this::focusChanged));
        subscriptions.add(area.selectionProperty().subscribe(() -> focusChanged(area.isTextFocused())));
        subscriptions.add(area.caretOffsetProperty().subscribe(() -> focusChanged(area.isTextFocused())));
    }

    /// The area has what the card showed before; an edit that came from the area is in it already.
    private void show(Block before, Block block) {
        Text old = BlockCardViewModel.shownText(before);
        Text text = BlockCardViewModel.shownText(block);
        if (isTyping || text.equals(old)) {
            return;
        }
        if (old.isEmpty()) {
            area.setText(text.toString());
        } else {
            area.apply(TextChange.between(old, text));
        }
    }

    private void focusChanged(boolean isFocused) {
        if (isFocused) {
            editor.focusedProperty().set(Optional.of(model.id()));
            editor.caretProperty().set(area.getCaretOffset());
            editor.selectionProperty().set(new TextRange(area.getSelectionStart(), area.getSelectionEnd()));
        }
    }
}
