package dev.cachewright.ui.editor;

import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.kit.text.PromptArea;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Brings cards, and what was found in them, into view.
final class CardSight {

    private final CardColumn column;
    private final Parent root;
    private final ScrollPane scroll;
    private Optional<PromptArea> found = Optional.empty();

    CardSight(CardColumn column, Parent root, ScrollPane scroll) {
        this.column = column;
        this.root = root;
        this.scroll = scroll;
    }

    /// The block gets the focus and comes into view.
    void goTo(String id) {
        whenLaidOut(id, card -> {
            card.view().takeFocus();
            bringIntoView(card.root().getBoundsInParent());
        });
    }

    /// Selects a hit; only the one that is shown stays selected.
    void reveal(Optional<FindBarViewModel.Hit> hit) {
        found.ifPresent(PromptArea::deselect);
        found = hit.flatMap(shown -> column.card(shown.blockId())).map(card -> card.view().area());
        hit.ifPresent(shown -> {
            column.card(shown.blockId()).ifPresent(card -> {
                card.view().showText();
                card.view().area().select(shown.start(), shown.end());
            });
            whenLaidOut(shown.blockId(), card -> bringIntoView(placeOf(card, shown.start())));
        });
    }

    /// What was found last gets the focus once the search is over; returns whether there was something.
    boolean leaveFind() {
        found.ifPresent(PromptArea::requestFocus);
        return found.isPresent();
    }

    private void whenLaidOut(String id, Consumer<CardColumn.Card> action) {
        UiThread.nextFrame(() -> column.card(id).ifPresent(card -> {
            root.applyCss();
            root.layout();
            action.accept(card);
        }));
    }

    private Bounds placeOf(CardColumn.Card card, int offset) {
        return card.view().area().boundsOf(offset)
                .map(bounds -> column.sceneToLocal(card.view().area().localToScene(bounds)))
                .orElse(card.root().getBoundsInParent());
    }

    private void bringIntoView(Bounds place) {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - view;
        double top = scroll.getVvalue() * hidden;
        if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + view)) {
            scroll.setVvalue(Math.clamp((place.getMinY() - view / 3) / hidden, 0, 1));
        }
    }
}
