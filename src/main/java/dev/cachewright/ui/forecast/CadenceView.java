package dev.cachewright.ui.forecast;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/// The cadence of the forecast, a row below its figures.
public final class CadenceView {

    /// A call in a hundred minutes.
    private static final double LEAST_A_MINUTE = 0.01;
    private static final int MOST_A_MINUTE = 6_000;
    private static final int MOST_TOGETHER = 1_000;
    private static final int MOST_CALLS = 10_000;
    private static final int LONGEST_PAUSE = 2_880;

    private final CadenceViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private FlowPane root;
    @FXML
    private Spinner<Double> callsAMinute;
    @FXML
    private Spinner<Integer> parallel;
    @FXML
    private Spinner<Integer> pauseAfter;
    @FXML
    private Spinner<Integer> pauseMinutes;

    CadenceView(CadenceViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        connectPace();
        connect(parallel, model.parallelProperty(), 1, MOST_TOGETHER);
        connect(pauseAfter, model.pauseAfterProperty(), 0, MOST_CALLS);
        connect(pauseMinutes, model.pauseMinutesProperty(), 1, LONGEST_PAUSE);
        subscriptions.add(model.openProperty().subscribe(isOpen -> {
            if (isOpen) {
                UiThread.later(callsAMinute::requestFocus);
            }
        }));
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    private void connectPace() {
        DoubleProperty figure = model.callsAMinuteProperty();
        var factory = new SpinnerValueFactory.DoubleSpinnerValueFactory(LEAST_A_MINUTE, MOST_A_MINUTE, figure.get());
        factory.setConverter(new PaceConverter(figure::get));
        callsAMinute.setValueFactory(factory);
        subscriptions.add(factory.valueProperty().subscribe(typed -> figure.set(typed)));
        subscriptions.add(figure.subscribe(now -> factory.setValue(now.doubleValue())));
    }

    private void connect(Spinner<Integer> spinner, IntegerProperty figure, int least, int most) {
        var factory = new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, figure.get());
        spinner.setValueFactory(factory);
        subscriptions.add(factory.valueProperty().subscribe(typed -> figure.set(typed)));
        subscriptions.add(figure.subscribe(now -> factory.setValue(now.intValue())));
    }

    @FXML
    private void close() {
        model.openProperty().set(false);
    }

    public CadenceViewModel getModel() {
        return model;
    }
}
