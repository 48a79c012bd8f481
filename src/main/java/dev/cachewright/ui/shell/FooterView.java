package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/// The line at the bottom of the window.
public final class FooterView {

    private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

    private final FooterViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Label threshold;

    FooterView(FooterViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.reachedProperty()
                .subscribe(isReached -> threshold.pseudoClassStateChanged(REACHED, isReached)));
    }

    public FooterViewModel getModel() {
        return model;
    }
}
