package dev.cachewright.ui.kit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Shows as a tooltip what a screen reader says of a node. It is made when the pointer first enters: most are never
/// seen, and each would cost the start some milliseconds.
///
/// In FXML `Hint.of="TEXT"` shows the node's accessible text, `Hint.of="HELP"` its accessible help.
public final class Hint {

    private static final double WIDTH = 360;

    private Hint() {
    }

    /// Which text of a node is shown.
    public enum Source {
        TEXT, HELP
    }

    public static void setOf(Node node, Source source) {
        node.getProperties().put(Hint.class, source);
        install(node, source == Source.TEXT ? node.accessibleTextProperty() : node.accessibleHelpProperty());
    }

    /// Which text of the node is shown; null where none is.
    public static Source getOf(Node node) {
        return (Source) node.getProperties().get(Hint.class);
    }

    /// Shows it also while the node has the focus by key: who works without a mouse cannot point at it.
    static void showOnFocus(Node node) {
        var shown = new AtomicReference<Optional<Tooltip>>(Optional.empty());
        node.focusVisibleProperty().subscribe(isFocused -> {
            shown.getAndSet(Optional.empty()).ifPresent(Tooltip::hide);
            if (isFocused) {
                shown.set(Optional.of(show(node)));
            }
        });
    }

    private static Tooltip show(Node node) {
        Tooltip tooltip = tooltip(node.accessibleTextProperty());
        Bounds place = node.localToScreen(node.getLayoutBounds());
        tooltip.show(node, place.getMinX(), place.getMaxY());
        return tooltip;
    }

    private static void install(Node node, ObservableValue<String> text) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(node, tooltip(text));
            }
        });
    }

    /// A tooltip in the form of a hint, for a control that has one only at times.
    public static Tooltip of(ObservableValue<String> text) {
        return tooltip(text);
    }

    private static Tooltip tooltip(ObservableValue<String> text) {
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        // Escape is for what was opened: a hint is not.
        tooltip.setHideOnEscape(false);
        tooltip.textProperty().bind(text);
        return tooltip;
    }
}
