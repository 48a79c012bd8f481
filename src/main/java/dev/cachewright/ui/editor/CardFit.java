package dev.cachewright.ui.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Opens the blocks of a prompt so that they are in sight: when it is opened, and when the window has another size.
final class CardFit {

    private final EditorViewModel model;
    private final CardHeights heights;
    private final Node root;
    private int opened = -1;
    private List<Object> size = List.of();
    private boolean isTouched;

    CardFit(EditorViewModel model, CardHeights heights, Node root) {
        this.model = model;
        this.heights = heights;
        this.root = root;
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(InputEvent.ANY, this::noteTouch);
            }
        });
    }

    private void noteTouch(InputEvent event) {
        isTouched |= event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == KeyEvent.KEY_PRESSED || event.getEventType() == ScrollEvent.SCROLL;
    }

    /// Runs before each layout of the column. Until the user does something, what is said above the blocks may still
    /// come and take some of the room; after that only another size of the window counts.
    void fit(CardColumn column) {
        Scene scene = root.getScene();
        if (column.getHeight() <= 0) {
            return;
        }
        boolean isNew = opened != model.openingsProperty().get();
        List<Object> now = List.of(scene.getWidth(), scene.getHeight(), heights.sizes());
        boolean isOther = !now.equals(size.isEmpty() ? size : size.subList(0, now.size()));
        boolean isMoved = !isTouched && !size.isEmpty() && !size.getLast().equals(column.getHeight());
        if (!isNew && !isOther && !isMoved) {
            return;
        }
        opened = model.openingsProperty().get();
        size = List.of(scene.getWidth(), scene.getHeight(), heights.sizes(), column.getHeight());
        isTouched &= !isNew;
        if (isTouched) {
            model.folds().resize(heights, column.cardWidth(), column.room());
        } else {
            model.folds().open(heights, column.cardWidth(), column.room());
            column.scrollToTop();
        }
    }
}
