package dev.cachewright.ui.editor;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Opens the blocks of a prompt so that they are in sight: when it is opened, and when the window has another size.
final class CardFit {

    private final EditorViewModel model;
    private final CardHeights heights;
    private final Node root;
    private int opened = -1;
    private Optional<Size> fitted = Optional.empty();
    private double fittedHeight;
    private boolean isTouched;

    CardFit(EditorViewModel model, CardHeights heights, Node root) {
        this.model = model;
        this.heights = heights;
        this.root = root;
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                List.of(MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED, ScrollEvent.SCROLL)
                        .forEach(type -> scene.addEventFilter(type, event -> isTouched = true));
            }
        });
    }

    /// The size of the window and of its letters.
    private record Size(double width, double height, FoldPlan.Sizes letters) {
    }

    /// Runs before each layout of the column. Until the user does something, what is said above the blocks may still
    /// come and take some of the room; after that only another size of the window counts.
    void fit(CardColumn column) {
        if (column.getHeight() <= 0) {
            return;
        }
        boolean isNew = opened != model.openingsProperty().get();
        Scene scene = root.getScene();
        var size = Optional.of(new Size(scene.getWidth(), scene.getHeight(), heights.sizes()));
        boolean isMoved = !isTouched && fittedHeight != column.getHeight();
        if (!isNew && size.equals(fitted) && !isMoved) {
            return;
        }
        opened = model.openingsProperty().get();
        fitted = size;
        fittedHeight = column.getHeight();
        isTouched &= !isNew;
        if (isTouched) {
            model.folds().resize(heights, column.cardWidth(), column.room());
        } else {
            model.folds().open(heights, column.cardWidth(), column.room());
            column.scrollToTop();
        }
    }
}
