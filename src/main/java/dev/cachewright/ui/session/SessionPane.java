package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.EmptyState;
import dev.cachewright.words.Texts;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// The session tab: an empty state until there are calls, then their view.
public final class SessionPane extends StackPane {

    private final Subscriptions subscriptions = new Subscriptions();

    public SessionPane(SessionViewModel model) {
        getStyleClass().add("session-pane");
        var empty = new EmptyState();
        empty.setIcon("fth-bar-chart-2");
        subscriptions.add(model.waitingProperty().subscribe(isWaiting -> {
            empty.setTitle(Texts.get(isWaiting ? "session.waiting" : "session.empty"));
            empty.setHint(Texts.get(isWaiting ? "session.waiting-hint" : "session.empty-hint"));
        }));
        empty.visibleProperty().bind(model.emptyProperty());
        getChildren().add(empty);
        subscriptions.add(Views.whenShown(model.emptyProperty().not(),
                () -> scrolled(Views.load(new SessionView(model)).root()), getChildren()::addFirst));
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
