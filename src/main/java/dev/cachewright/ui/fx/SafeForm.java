package dev.cachewright.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// How a view shows itself once it could not be laid out: without wrapping, as a rule; hidden where that fails too.
public final class SafeForm {

    private static final String KEY = SafeForm.class.getName();
    private static final String TAKEN = "taken";
    private static final String HIDDEN = "hidden";
    private static final double NARROWER = 0.8;

    private SafeForm() {
    }

    /// Sets what `view` does when it, or something inside it, cannot be laid out.
    public static void set(Node view, Runnable form) {
        view.getProperties().put(KEY, form);
    }

    /// Takes what cannot be laid out below `root` one step further: into its safe form, or out of sight.
    static void take(Node root) {
        for (Node broken : broken(root)) {
            Node view = view(broken);
            if (view.getProperties().get(KEY) instanceof Runnable form) {
                view.getProperties().put(KEY, TAKEN);
                form.run();
            } else {
                hide(view == broken || isTaken(view) ? view : broken);
            }
            PangoRepair.release();
        }
    }

    /// The innermost nodes that cannot say how large they are.
    static List<Node> broken(Node node) {
        var found = new ArrayList<Node>();
        if (isHidden(node)) {
            return found;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(broken(child)));
        }
        if (found.isEmpty() && !isMeasurable(node)) {
            found.add(node);
        }
        return found;
    }

    private static boolean isMeasurable(Node node) {
        try {
            node.getLayoutBounds();
            node.getBoundsInLocal();
            if (node instanceof Region region && region.getContentBias() != null && !isTaken(view(node))) {
                widths(region).forEach(region::prefHeight);
            }
            return true;
        } catch (RuntimeException _) {
            PangoRepair.release();
            return false;
        }
    }

    /// Its own width, and what may be given by what is around it: a node that fails often has no width yet.
    private static DoubleStream widths(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).mapToDouble(
                around -> around.getLayoutBounds().getWidth()).flatMap(
                        width -> DoubleStream.of(width, width * NARROWER))
                .filter(width -> width > 0);
    }

    /// The nearest view around a node that has a safe form, and has been given one here where it is a plain text.
    private static Node view(Node broken) {
        for (Node node = broken; node != null; node = node.getParent()) {
            if (node.getProperties().containsKey(KEY)) {
                return node;
            }
            if (node instanceof Labeled label && !label.wrapTextProperty().isBound()) {
                set(label, () -> label.setWrapText(false));
                return label;
            }
            if (node instanceof TextArea area && !area.wrapTextProperty().isBound()) {
                set(area, () -> area.setWrapText(false));
                return area;
            }
        }
        if (broken instanceof Text text && !text.wrappingWidthProperty().isBound()) {
            set(text, () -> text.setWrappingWidth(0));
        }
        return broken;
    }

    private static boolean isTaken(Node view) {
        return TAKEN.equals(view.getProperties().get(KEY));
    }

    /// Whether it was hidden here, and not by the code that shows it.
    static boolean isHidden(Node view) {
        return HIDDEN.equals(view.getProperties().get(KEY));
    }

    private static void hide(Node view) {
        view.getProperties().put(KEY, HIDDEN);
        if (!view.visibleProperty().isBound()) {
            view.setVisible(false);
        }
        if (!view.managedProperty().isBound()) {
            view.setManaged(false);
        }
    }
}
