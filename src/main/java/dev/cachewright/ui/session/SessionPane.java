package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.EmptyState;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// The session tab: an empty state until there are calls, then their view, and over it why one of them left another.
public final class SessionPane extends StackPane {

    private final Subscriptions subscriptions = new Subscriptions();

    /// @param whyShown whether the calls are covered by why one of them left another
    /// @param why makes what covers them
    /// @param commands runs a command of the window by its id
    public SessionPane(SessionViewModel model, BooleanProperty whyShown, Supplier<? extends Node> why,
            Consumer<String> commands) {
        getStyleClass().add("session");
        var empty = new EmptyState();
        empty.setIcon("fth-bar-chart-2");
        subscriptions.add(model.emptyWordsProperty().subscribe(words -> {
            empty.setTitle(words.title());
            empty.setHint(words.hint());
        }));
        empty.visibleProperty().bind(model.emptyProperty());
        getChildren().add(empty);
        subscriptions.add(Views.whenShown(model.emptyProperty().not(),
                () -> scrolled(Views.load(new SessionView(model, () -> whyShown.set(true), commands)).root()),
                getChildren()::addFirst));
        subscriptions.add(Views.whenShown(whyShown, why, getChildren()::add));
    }

    /// Where it is lower than figures, chart and table can be, it scrolls.
    private static ScrollPane scrolled(Parent view) {
        var pane = new ScrollPane(view);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        return pane;
    }
}
