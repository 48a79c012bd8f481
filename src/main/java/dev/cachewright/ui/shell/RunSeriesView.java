package dev.cachewright.ui.shell;

import dev.cachewright.words.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;

/// The form before a series.
public final class RunSeriesView {

    private static final int MANY = 1_000_000;
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_PARALLEL = 32;
    private static final int LONGEST_PAUSE = 600_000;
    private static final int PAUSE_STEP = 100;
    private static final int MOST_PER_MINUTE = 60_000;
    private static final int MOST_JITTER = 100;
    private static final int JITTER_STEP = 10;
    private static final int MOST_TRIES = 10;
    private static final int OUTPUT_STEP = 256;
    private static final double SPENDING_STEP = 0.1;

    private final RunSeriesViewModel model;

    @FXML
    private Spinner<Integer> times;
    @FXML
    private Spinner<Integer> parallel;
    @FXML
    private ComboBox<String> order;
    @FXML
    private Spinner<Integer> seed;
    @FXML
    private ComboBox<String> spacing;
    @FXML
    private Label pauseLabel;
    @FXML
    private Spinner<Integer> pause;
    @FXML
    private Label rateLabel;
    @FXML
    private Spinner<Integer> rate;
    @FXML
    private CheckBox firstAlone;
    @FXML
    private CheckBox keptAlive;
    @FXML
    private Spinner<Integer> jitter;
    @FXML
    private Spinner<Integer> control;
    @FXML
    private Spinner<Integer> tries;
    @FXML
    private Spinner<Integer> failures;
    @FXML
    private Spinner<Double> spending;
    @FXML
    private Spinner<Integer> outputLimit;
    @FXML
    private CheckBox streamed;

    RunSeriesView(RunSeriesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        SeriesChoices choices = model.choices();
        bind(times, new int[]{1, MOST_TIMES, 1}, choices.times);
        bind(parallel, new int[]{1, MOST_PARALLEL, 1}, choices.parallel);
        bind(seed, new int[]{0, MANY, 1}, choices.seed);
        bind(pause, new int[]{0, LONGEST_PAUSE, PAUSE_STEP}, choices.pauseMillis);
        bind(rate, new int[]{1, MOST_PER_MINUTE, 1}, choices.callsPerMinute);
        bind(jitter, new int[]{0, MOST_JITTER, JITTER_STEP}, choices.jitterPercent);
        bind(control, new int[]{0, MANY, 1}, choices.controlAfter);
        bind(tries, new int[]{0, MOST_TRIES, 1}, choices.tries);
        bind(failures, new int[]{1, MANY, 1}, choices.failures);
        bind(outputLimit, new int[]{1, MANY, OUTPUT_STEP}, choices.outputLimit);
        spending.setValueFactory(new DoubleSpinnerValueFactory(0, MANY, choices.spending.get(), SPENDING_STEP));
        choices.spending.bind(spending.valueProperty());
        choices.firstAlone.bindBidirectional(firstAlone.selectedProperty());
        choices.keptAlive.bindBidirectional(keptAlive.selectedProperty());
        streamed.selectedProperty().bindBidirectional(choices.streamed);
        offer(order, List.of("run-series.in-order", "run-series.shuffled"));
        offer(spacing, List.of("run-series.with-pause", "run-series.per-minute"));
        choices.shuffled.bind(order.getSelectionModel().selectedIndexProperty().isEqualTo(1));
        choices.perMinute.bind(spacing.getSelectionModel().selectedIndexProperty().isEqualTo(1));
        List.of(rateLabel, rate).forEach(node -> node.visibleProperty().bind(choices.perMinute));
        List.of(pauseLabel, pause).forEach(node -> node.visibleProperty().bind(choices.perMinute.not()));
        seed.disableProperty().bind(choices.shuffled.or(choices.perMinute).not());
        jitter.disableProperty().bind(choices.perMinute.not());
        // One is for calls at a time, the other for calls that follow each other.
        firstAlone.visibleProperty().bind(choices.parallel.greaterThan(1));
        keptAlive.visibleProperty().bind(firstAlone.visibleProperty().not());
        keptAlive.disableProperty().bind(Bindings.createBooleanBinding(() -> !choices.canKeepAlive(), choices.parallel,
                choices.perMinute, choices.jitterPercent));
        outputLimit.setDisable(model.hasOutputLimit());
    }

    private static void offer(ComboBox<String> box, List<String> keys) {
        box.getItems().setAll(keys.stream().map(Texts::get).toList());
        box.getSelectionModel().selectFirst();
    }

    /// @param range least, most and step
    private static void bind(Spinner<Integer> spinner, int[] range, IntegerProperty choice) {
        spinner.setValueFactory(new IntegerSpinnerValueFactory(range[0], range[1], choice.get(), range[2]));
        choice.bind(spinner.valueProperty());
    }

    /// Applies what was typed and not confirmed.
    void commit() {
        List.of(times, parallel, seed, pause, rate, jitter, control, tries, failures, spending, outputLimit)
                .forEach(Spinner::commitValue);
    }

    public RunSeriesViewModel getModel() {
        return model;
    }
}
