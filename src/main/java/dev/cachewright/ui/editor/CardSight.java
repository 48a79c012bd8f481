package dev.cachewright.ui.editor;

import dev.cachewright.ui.editor.find.FindBarViewModel;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.kit.text.PromptArea;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Brings cards, and what was found in them, into view.
final class CardSight {

    private final CardColumn column;
    private final Parent root;
    private Optional<PromptArea> found = Optional.empty();

    CardSight(CardColumn column, Parent root) {
        this.column = column;
        this.root = root;
    }

    /// The block gets the focus and comes into view.
    void goTo(String id) {
        whenLaidOut(id, card -> card.view().takeFocus());
    }

    /// The caret stands at that place of the block, which comes into view.
    void goToPlace(String id, int offset) {
        whenLaidOut(id, card -> {
            card.view().showText();
            card.view().area().select(offset, offset);
            card.view().takeFocus();
            column.reveal(placeOf(card, offset));
        });
    }

    /// The block comes to the upper edge; the focus stays where it is.
    void show(String id) {
        column.scrollToBlock(id);
    }

    /// Keeps the row of the caret in sight while one types or goes through a text that is higher than the window.
    void followCaret(Optional<String> id) {
        if (root.getScene() != null) {
            UiThread.afterLayout(root.getScene(), () -> id.flatMap(column::made)
                    .filter(card -> card.view().area().isTextFocused())
                    .ifPresent(card -> column.revealRow(placeOf(card, card.view().area().getCaretOffset()))));
        }
    }

    /// Brings what has the focus into sight.
    void followFocus(Node owner) {
        boolean isText = column.inOrder().stream().anyMatch(card -> card.view().area().isTextFocused());
        if (root.getScene() != null && !isText) {
            UiThread.afterLayout(root.getScene(), () -> column.revealRow(column.sceneToLocal(
                    owner.localToScene(owner.getLayoutBounds()))));
        }
    }

    /// Selects a hit; only the one that is shown stays selected.
    void reveal(Optional<FindBarViewModel.Hit> hit) {
        found.ifPresent(PromptArea::deselect);
        found = hit.flatMap(shown -> column.bring(shown.blockId())).map(card -> card.view().area());
        hit.ifPresent(shown -> {
            column.made(shown.blockId()).ifPresent(card -> {
                card.view().showText();
                card.view().area().select(shown.start(), shown.end());
            });
            whenLaidOut(shown.blockId(), card -> column.reveal(placeOf(card, shown.start())));
        });
    }

    /// What was found last gets the focus once the search is over; returns whether there was something.
    boolean leaveFind() {
        found.ifPresent(PromptArea::requestFocus);
        return found.isPresent();
    }

    private void whenLaidOut(String id, Consumer<CardStock.Card> action) {
        UiThread.nextFrame(() -> column.bring(id).ifPresent(card -> {
            root.applyCss();
            root.layout();
            action.accept(card);
        }));
    }

    private Bounds placeOf(CardStock.Card card, int offset) {
        return card.view().area().boundsOf(offset)
                .map(bounds -> column.sceneToLocal(card.view().area().localToScene(bounds)))
                .orElse(card.root().getBoundsInParent());
    }
}
