package dev.cachewright.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;

/// The form before a series.
public final class RunSeriesView {

    private static final int MOST_TIMES = 1_000;
    private static final int MOST_PARALLEL = 64;
    private static final int LONGEST_PAUSE = 600_000;
    private static final int PAUSE_STEP = 100;

    private final RunSeriesViewModel model;

    @FXML
    private Spinner<Integer> times;
    @FXML
    private Spinner<Integer> parallel;
    @FXML
    private Spinner<Integer> pause;

    RunSeriesView(RunSeriesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        times.setValueFactory(
                new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST_TIMES, model.timesProperty().get()));
        parallel.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST_PARALLEL,
                model.parallelProperty().get()));
        pause.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(0, LONGEST_PAUSE,
                model.pauseMillisProperty().get(), PAUSE_STEP));
        model.timesProperty().bind(times.valueProperty());
        model.parallelProperty().bind(parallel.valueProperty());
        model.pauseMillisProperty().bind(pause.valueProperty());
    }

    /// Applies what was typed and not confirmed.
    void commit() {
        times.commitValue();
        parallel.commitValue();
        pause.commitValue();
    }

    public RunSeriesViewModel getModel() {
        return model;
    }
}
