package dev.cachewright.ui.editor;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Moves a block by its grip: a bar shows where it will go.
final class CardDrag {

    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private static final double BAR = 4;

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

    /// Lets the cards of the column be dragged; may be called again for new cards.
    void install() {
        for (CardColumn.Card card : column.inOrder()) {
            Node grip = card.view().grip();
            grip.setOnMouseDragged(event -> drag(card, event));
            grip.setOnMouseReleased(event -> drop(card, event));
        }
    }

    private void drag(CardColumn.Card card, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        card.root().pseudoClassStateChanged(LIFTED, true);
        int slot = slotAt(event);
        List<CardColumn.Card> cards = column.inOrder();
        double y = slot == 0 ? 0 : cards.get(slot - 1).below();
        bar.setVisible(true);
        bar.resizeRelocate(0, Math.round(y - BAR / 2), column.getWidth(), BAR);
        event.consume();
    }

    private void drop(CardColumn.Card card, MouseEvent event) {
        if (!bar.isVisible()) {
            return;
        }
        bar.setVisible(false);
        card.root().pseudoClassStateChanged(LIFTED, false);
        int from = column.inOrder().indexOf(card);
        int slot = slotAt(event);
        editor.moveTo(card.view().getModel().id(), slot > from ? slot - 1 : slot);
        event.consume();
    }

    /// The gap between cards that is nearest to the pointer, from 0 above the first.
    private int slotAt(MouseEvent event) {
        double y = column.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        List<CardColumn.Card> cards = column.inOrder();
        int slot = 0;
        while (slot < cards.size() && y > middle(cards.get(slot).root())) {
            slot++;
        }
        return slot;
    }

    private static double middle(Region card) {
        return card.getBoundsInParent().getCenterY();
    }
}
