package dev.cachewright.ui.editor;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Moves a block by its grip: a bar shows where it will go.
final class CardDrag {

    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private static final double BAR = 4;
    private static final double EDGE = 32;

    private final EditorViewModel editor;
    private final CardColumn column;
    private final Region bar;

    /// @param bar is shown where the block would be put
    CardDrag(EditorViewModel editor, CardColumn column, Region bar) {
        this.editor = editor;
        this.column = column;
        this.bar = bar;
        bar.setVisible(false);
    }

    /// Lets a card be dragged.
    void install(CardStock.Card card) {
        Node grip = card.view().grip();
        grip.setOnMouseDragged(event -> drag(card, event));
        grip.setOnMouseReleased(event -> drop(card, event));
    }

    private void drag(CardStock.Card card, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        card.root().pseudoClassStateChanged(LIFTED, true);
        double y = yOf(event);
        // At an edge the column goes on.
        column.scrollBy(y < EDGE ? y - EDGE : Math.max(0, y - column.getHeight() + EDGE));
        bar.setVisible(true);
        bar.resizeRelocate(0, Math.round(column.slotY(column.slotAt(y)) - BAR / 2), column.cardWidth(), BAR);
        event.consume();
    }

    private void drop(CardStock.Card card, MouseEvent event) {
        if (!bar.isVisible()) {
            return;
        }
        bar.setVisible(false);
        card.root().pseudoClassStateChanged(LIFTED, false);
        editor.edits().moveToSlot(card.id(), column.slotAt(yOf(event)));
        event.consume();
    }

    private double yOf(MouseEvent event) {
        return column.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    }
}
