package dev.cachewright.ui;

import dev.cachewright.ui.kit.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// Finds text that has not room enough: that ends in dots, runs into what stands beside it, or lies outside what can be
/// seen.
public final class TextRoom {

    /// In pixels; letters may lean out of their line.
    private static final double SLACK = 2;
    /// Lines are higher than their letters.
    private static final double LEANING = 6;
    /// Text in them scrolls, or is a list of its own.
    private static final List<String> OTHERS = List.of("styled-text-area", "scroll-bar");
    /// What is beyond their upper and lower edge comes into sight by scrolling.
    private static final List<String> SCROLLED = List.of("viewport", "clipped-container", "editor-cards");

    private static final List<String> ROWS = List.of("figure-row", "fitting-row");

    private final Map<String, String> allowed;
    private final List<String> cut = new ArrayList<>();

    private TextRoom(Map<String, String> allowed) {
        this.allowed = allowed;
    }

    /// What of a scene is cut, a line each.
    ///
    /// @param allowed the style classes of what may be cut, with the reason; it has to say its whole text as a hint or
    /// to a screen reader
    public static List<String> cutIn(Scene scene, Map<String, String> allowed) {
        var room = new TextRoom(allowed);
        room.visit(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
        return List.copyOf(room.cut);
    }

    private void visit(Node node, Bounds seen) {
        if (!node.isVisible() || node.getOpacity() == 0 || hasOneOf(node, OTHERS)) {
            return;
        }
        Bounds here = clipped(node, seen);
        if (here.getWidth() <= 0 || here.getHeight() <= 0) {
            return;
        }
        if (node instanceof Labeled labeled) {
            look(labeled, here);
        } else if (node instanceof TextField field) {
            look(field);
            return;
        } else if (node instanceof Text text && !text.getText().isBlank() && !(text.getParent() instanceof Labeled)) {
            lookAtPlace(text, text, text.getText(), here);
        }
        if (node instanceof Parent parent) {
            lookAtNeighbours(parent);
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, here));
        }
    }

    /// Words in a row, or one below the other, do not lie over each other.
    private void lookAtNeighbours(Parent parent) {
        if (!(parent instanceof HBox || parent instanceof VBox || parent instanceof FlowPane
                || hasOneOf(parent, ROWS))) {
            return;
        }
        List<List<Bounds>> texts = parent.getChildrenUnmodifiable().stream().map(TextRoom::texts)
                .filter(found -> !found.isEmpty()).toList();
        for (int i = 1; i < texts.size(); i++) {
            for (Bounds one : texts.get(i - 1)) {
                texts.get(i).stream().map(other -> meet(one, other))
                        .filter(both -> both.getWidth() > SLACK && both.getHeight() > LEANING).findFirst()
                        .ifPresent(both -> cut.add(path(parent) + ": two texts lie over each other at " + words(both)));
            }
        }
    }

    /// Where the texts in a node are.
    private static List<Bounds> texts(Node node) {
        boolean isScrolled = node instanceof TextField || hasOneOf(node, SCROLLED) || hasOneOf(node, OTHERS);
        if (!node.isVisible() || node.getOpacity() == 0 || isScrolled) {
            return List.of();
        }
        if (node instanceof Text text) {
            return text.getText().isBlank() ? List.of() : List.of(text.localToScene(text.getLayoutBounds()));
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> texts(child).stream()).toList()
                : List.of();
    }

    private static Bounds clipped(Node node, Bounds seen) {
        Bounds own = node.localToScene(node.getLayoutBounds());
        if (hasOneOf(node, SCROLLED)) {
            return sides(seen, own);
        }
        boolean isPart = node.getParent() != null && node.getParent().getParent() instanceof SplitPane;
        return node.getClip() == null && !isPart ? seen : meet(seen, own);
    }

    private static Bounds sides(Bounds seen, Bounds own) {
        double left = Math.max(seen.getMinX(), own.getMinX());
        return new BoundingBox(left, -1e6, Math.min(seen.getMaxX(), own.getMaxX()) - left, 2e6);
    }

    private static Bounds meet(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(left, top, Math.min(one.getMaxX(), other.getMaxX()) - left,
                Math.min(one.getMaxY(), other.getMaxY()) - top);
    }

    private void look(Labeled labeled, Bounds seen) {
        String whole = labeled.getText() == null ? "" : labeled.getText();
        boolean isShown = labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY && !whole.isBlank();
        labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> isShown && text.isVisible()).findFirst().ifPresent(text -> {
                    if (!plain(text.getText()).equals(plain(whole))
                            && !plain(text.getText()).equals(plain(whole.replaceFirst("_", "")))) {
                        found(labeled, whole, "is shown as “" + text.getText() + "”");
                    } else {
                        lookAtPlace(labeled, text, whole, seen);
                    }
                });
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /// What the user writes scrolls; what the field says by itself has to fit.
    private void look(TextField field) {
        boolean isOwn = field.getText() == null || field.getText().isEmpty() || hasOneOf(field.getParent(),
                List.of("spinner"));
        field.lookupAll(".text").stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> isOwn && text.isVisible() && !text.getText().isEmpty())
                .filter(text -> text.getLayoutBounds().getWidth() > field.getWidth() - field.getInsets().getLeft()
                        - field.getInsets().getRight() + SLACK)
                .findFirst().ifPresent(text -> found(field, text.getText(), "is wider than its field of "
                        + Math.round(field.getWidth())));
    }

    private void lookAtPlace(Node owner, Text text, String whole, Bounds seen) {
        Bounds place = text.localToScene(text.getLayoutBounds());
        if (place.getMinX() < seen.getMinX() - SLACK || place.getMaxX() > seen.getMaxX() + SLACK
                || place.getMinY() < seen.getMinY() - SLACK || place.getMaxY() > seen.getMaxY() + SLACK) {
            found(owner, whole, "at " + words(place) + " is outside " + words(seen));
            return;
        }
        for (Parent above = owner.getParent(); above != null; above = above.getParent()) {
            Bounds room = above.localToScene(above.getLayoutBounds());
            if (room.getWidth() > 0 && place.getMaxX() > room.getMaxX() + SLACK
                    || room.getWidth() > 0 && place.getMinX() < room.getMinX() - SLACK) {
                found(owner, whole, "at " + words(place) + " runs out of ." + String.join(".", above.getStyleClass())
                        + " at " + words(room));
                return;
            }
        }
    }

    private void found(Node node, String whole, String how) {
        boolean isAllowed = allowed.keySet().stream().anyMatch(path -> isAt(node, path));
        if (isAllowed && says(node, whole)) {
            return;
        }
        cut.add(path(node) + ": “" + whole + "” " + how
                + (isAllowed ? ", and there is no hint that says the whole of it" : ""));
    }

    /// Whether the path of style classes, from the outermost to the node's own, leads there.
    private static boolean isAt(Node node, String path) {
        List<String> wanted = new ArrayList<>(List.of(path.split(" ")));
        if (!node.getStyleClass().contains(wanted.removeLast())) {
            return false;
        }
        for (Node above = node.getParent(); above != null && !wanted.isEmpty(); above = above.getParent()) {
            if (above.getStyleClass().contains(wanted.getLast())) {
                wanted.removeLast();
            }
        }
        return wanted.isEmpty();
    }

    /// Whether the node, or what it is a part of, says the whole text.
    private static boolean says(Node node, String whole) {
        for (Node each = node; each != null; each = each.getParent()) {
            String hint = Hint.getOf(each) == Hint.Source.HELP ? each.getAccessibleHelp() : each.getAccessibleText();
            if (hint != null && plain(hint).contains(plain(whole))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOneOf(Node node, List<String> styles) {
        return node.getStyleClass().stream().anyMatch(styles::contains);
    }

    private static String words(Bounds bounds) {
        return "%.0f, %.0f to %.0f, %.0f".formatted(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(),
                bounds.getMaxY());
    }

    private static String path(Node node) {
        List<String> names = new ArrayList<>();
        for (Node each = node; each != null; each = each.getParent()) {
            names.addFirst(each.getStyleClass().isEmpty() ? "" : "." + String.join(".", each.getStyleClass()));
        }
        return names.stream().filter(name -> !name.isEmpty()).skip(Math.max(0, names.size() - 8))
                .collect(Collectors.joining(" "));
    }
}
