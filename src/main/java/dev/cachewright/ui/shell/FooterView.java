package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line at the bottom of the window.
public final class FooterView {

    private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

    // Below this width the words on the cache are worth more than the name of the encoding, which the hint has too.
    private static final double ROOMY = 1_200;

    private final FooterViewModel model;
    private final Runnable onCache;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private HBox root;
    @FXML
    private Label encoding;
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
        subscriptions
                .add(root.widthProperty().subscribe(width -> Views.setShown(encoding, width.doubleValue() >= ROOMY)));
    }

    @FXML
    private void openCache() {
        onCache.run();
    }

    public FooterViewModel getModel() {
        return model;
    }
}
