package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// The line at the bottom of the window.
public final class FooterView {

    private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

    private final FooterViewModel model;
    private final Runnable onCache;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Label threshold;

    /// @param onCache opens the cache settings
    FooterView(FooterViewModel model, Runnable onCache) {
        this.model = model;
        this.onCache = onCache;
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.reachedProperty()
                .subscribe(isReached -> threshold.pseudoClassStateChanged(REACHED, isReached)));
    }

    @FXML
    private void openCache() {
        onCache.run();
    }

    public FooterViewModel getModel() {
        return model;
    }
}
