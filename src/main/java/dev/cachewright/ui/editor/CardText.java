package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.ui.kit.text.TextChange;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.words.Texts;
import java.util.Optional;

/// Keeps a card's area and its block at the same text, and the editor informed of the caret.
final class CardText {

    private final PromptArea area;
    private final BlockCardViewModel model;
    private final EditorViewModel editor;
    private boolean isTyping;
    private boolean isShown;

    CardText(PromptArea area, BlockCardViewModel model, EditorViewModel editor) {
        this.area = area;
        this.model = model;
        this.editor = editor;
    }

    /// Connects what is shown around the text; the text itself comes with [#fill(Subscriptions)].
    void connect(Subscriptions subscriptions) {
        area.setOnChange(change -> {
            // There is no text yet.
        });
        area.setExpanded(model.getFold() == Fold.OPEN);
        subscriptions.add(model.boundaryProperty().subscribe(offset -> area.markBoundary(offset.intValue())));
        subscriptions.add(area.expandedProperty().subscribe((was, isOpen) -> model.foldProperty()
                .set(isOpen ? Fold.OPEN : Fold.SHORT)));
        subscriptions.add(model.getFigures().tokensProperty().subscribe(tokens -> area.moreTextProperty()
                .set(tokens.isEmpty() ? Texts.get("prompt-area.show-all")
                        : Texts.format("block-card.show-all", tokens))));
    }

    /// Puts the text in when it is first seen: most cards of a long conversation are folded.
    void fill(Subscriptions subscriptions) {
        if (isShown) {
            return;
        }
        isShown = true;
        area.setOnChange(change -> {
            isTyping = true;
            try {
                model.typed(change);
            } finally {
                isTyping = false;
            }
        });
        area.setPlaceholder(Texts.get("block-card.empty." + (model.getBlock().role().isInstruction() ? "instructions"
                : model.getBlock().role().isMessage() ? "message" : "json")));
        area.setText(BlockCardViewModel.shownText(model.getBlock()).toString());
        subscriptions.add(model.blockProperty().subscribe(this::show));
        subscriptions.add(model.marksProperty().subscribe(area::setMarks));
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
