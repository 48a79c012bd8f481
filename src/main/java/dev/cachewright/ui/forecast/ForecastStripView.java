package dev.cachewright.ui.forecast;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Figure;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The forecast strip.
public final class ForecastStripView implements AutoCloseable {

    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");
    /// An answer that comes sooner is not worth a flicker.
    private static final Duration PATIENCE = Duration.millis(400);

    @FXML
    private VBox root;
    @FXML
    private Figure hitRate;
    @FXML
    private Label warm;
    @FXML
    private Label own;

    private final ForecastStripViewModel model;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Subscriptions subscriptions = new Subscriptions();

    public ForecastStripView(ForecastStripViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        CadenceViewModel cadence = model.getCadence();
        hitRate.setOnAction(() -> cadence.openProperty().set(!cadence.isOpen()));
        subscriptions.add(Views.whenShown(cadence.openProperty(), () -> Views.load(new CadenceView(cadence)).root(),
                root.getChildren()::add));
        subscriptions.add(model.warmProperty().subscribe(words -> Views.setShown(warm, !words.isEmpty())));
        subscriptions.add(model.ownProperty().subscribe(words -> Views.setShown(own, !words.isEmpty())));
        patience.setOnFinished(end -> root.pseudoClassStateChanged(OUTDATED, model.outdatedProperty().get()));
        subscriptions.add(model.outdatedProperty().subscribe(this::show));
    }

    private void show(boolean isOutdated) {
        if (isOutdated) {
            patience.playFromStart();
        } else {
            patience.stop();
            root.pseudoClassStateChanged(OUTDATED, false);
        }
    }

    public ForecastStripViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        patience.stop();
        subscriptions.close();
        model.close();
    }
}
