package dev.cachewright.ui.kit.text;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.TextFlow;

/// The tint of the tokens of one paragraph, painted behind its text: two colours in turn, with a gap at each border.
///
/// It is in the paragraph as a graphic without width, so that it moves with the text.
final class TokenTint extends Region {

    private static final double GAP = 1;

    private final int paragraph;
    private final Path even = path("token-even");
    private final Path odd = path("token-odd");
    private List<TextRange> shown = List.of();
    private double shownWidth = -1;

    TokenTint(int paragraph) {
        this.paragraph = paragraph;
        setMouseTransparent(true);
        setMinSize(0, 0);
        setPrefSize(0, 0);
        // Behind the text, the selection and the marks.
        setViewOrder(1);
        getChildren().setAll(even, odd);
    }

    private static Path path(String styleClass) {
        Path path = new Path();
        path.getStyleClass().addAll("token-tint", styleClass);
        path.setManaged(false);
        return path;
    }

    int paragraph() {
        return paragraph;
    }

    /// The paragraph's box in the coordinates of the scene.
    Bounds place() {
        Parent box = getParent();
        return box.localToScene(box.getLayoutBounds());
    }

    /// Tints stretches of the paragraph, by columns. What is already shown is left alone.
    void show(List<TextRange> columns) {
        TextFlow text = text();
        if (text == null || columns.equals(shown) && text.getWidth() == shownWidth) {
            return;
        }
        shown = List.copyOf(columns);
        shownWidth = text.getWidth();
        even.getElements().clear();
        odd.getElements().clear();
        Point2D origin = sceneToLocal(text.localToScene(0, 0));
        for (int i = 0; i < columns.size(); i++) {
            add(text.getRangeShape(columns.get(i).start(), columns.get(i).end(), false), origin,
                    i % 2 == 0 ? even : odd);
        }
    }

    private TextFlow text() {
        for (Node sibling : getParent().getChildrenUnmodifiable()) {
            if (sibling instanceof TextFlow flow) {
                return flow;
            }
        }
        return null;
    }

    /// A range is a rectangle in each row that it touches: a move to one corner, and a line to the opposite one second.
    private static void add(PathElement[] shape, Point2D origin, Path path) {
        MoveTo corner = null;
        int lines = 0;
        for (PathElement element : shape) {
            if (element instanceof MoveTo move) {
                corner = move;
                lines = 0;
            } else if (element instanceof LineTo line && ++lines == 2 && corner != null) {
                double left = origin.getX() + Math.min(corner.getX(), line.getX());
                double right = origin.getX() + Math.max(corner.getX(), line.getX()) - GAP;
                double top = origin.getY() + Math.min(corner.getY(), line.getY());
                double bottom = origin.getY() + Math.max(corner.getY(), line.getY());
                path.getElements().addAll(new MoveTo(left, top), new HLineTo(right), new VLineTo(bottom),
                        new HLineTo(left), new VLineTo(top));
            }
        }
    }

    List<TextRange> shown() {
        return shown;
    }
}
