package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.ui.kit.text.TextChange;
import java.util.Optional;

/// Keeps a card's area and its block at the same text, and tells the editor where the caret is.
final class CardText {

    private final PromptArea area;
    private final BlockCardViewModel model;
    private final EditorViewModel editor;
    private Text shown = Text.empty();
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
            shown = BlockCardViewModel.shownText(model.getBlock());
        });
        subscriptions.add(model.blockProperty().subscribe(this::show));
        subscriptions.add(area.textFocusedProperty().subscribe(this::focusChanged));
        subscriptions.add(area.caretOffsetProperty().subscribe(() -> focusChanged(area.isTextFocused())));
    }

    private void show(Block block) {
        if (isTyping) {
            // It came from the area.
            return;
        }
        Text text = BlockCardViewModel.shownText(block);
        if (text.equals(shown)) {
            return;
        }
        if (shown.isEmpty()) {
            area.setText(text.toString());
        } else {
            area.apply(TextChange.between(shown, text));
        }
        shown = text;
    }

    private void focusChanged(boolean isFocused) {
        if (isFocused) {
            editor.focusedProperty().set(Optional.of(model.id()));
            editor.caretProperty().set(area.getCaretOffset());
        }
    }
}
