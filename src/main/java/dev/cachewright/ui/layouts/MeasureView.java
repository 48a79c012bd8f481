package dev.cachewright.ui.layouts;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.GridPane;

/// The form of a measurement, its progress, and what was found.
public final class MeasureView implements AutoCloseable {

    private static final int LEAST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 10_000;
    private static final int LONGEST_PAUSE = 600_000;
    private static final int PAUSE_STEP = 500;
    private static final double MOST_SPENDING = 1_000_000;
    private static final double SPENDING_STEP = 0.1;

    private final MeasureViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Node root;
    @FXML
    private Node form;
    @FXML
    private Spinner<Integer> rounds;
    @FXML
    private Spinner<Integer> pause;
    @FXML
    private Spinner<Double> spending;
    @FXML
    private Label calls;
    @FXML
    private Label cost;
    @FXML
    private Label charge;
    @FXML
    private Label obstacle;
    @FXML
    private Button start;
    @FXML
    private Node progress;
    @FXML
    private Label progressWords;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label outdated;
    @FXML
    private Node result;
    @FXML
    private GridPane findings;
    @FXML
    private Label notes;

    MeasureView(MeasureViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        MeasureChoices choices = model.choices();
        rounds.setValueFactory(new IntegerSpinnerValueFactory(LEAST_ROUNDS, MOST_ROUNDS, choices.rounds.get()));
        rounds.getValueFactory().valueProperty().bindBidirectional(choices.rounds);
        pause.setValueFactory(new IntegerSpinnerValueFactory(0, LONGEST_PAUSE, choices.pauseMillis.get(),
                PAUSE_STEP));
        pause.getValueFactory().valueProperty().bindBidirectional(choices.pauseMillis);
        spending.setValueFactory(new DoubleSpinnerValueFactory(0, MOST_SPENDING, choices.spending.get(),
                SPENDING_STEP));
        spending.getValueFactory().valueProperty().bindBidirectional(choices.spending);
        start.disableProperty().bind(Bindings.createBooleanBinding(() -> model.estimateProperty().get().isEmpty(),
                model.estimateProperty()));
        subscriptions.add(model.openProperty().subscribe(isOpen -> Views.setShown(root, isOpen)));
        subscriptions.add(model.estimateProperty().subscribe(this::show));
        subscriptions.add(model.progressProperty().subscribe(this::showProgress));
        subscriptions.add(model.measuredProperty().subscribe(this::showMeasured));
        subscriptions.add(model.obstacleProperty().subscribe(words -> Views.setShown(obstacle, !words.isEmpty())));
        subscriptions.add(model.outdatedProperty().subscribe(words -> Views.setShown(outdated, !words.isEmpty())));
    }

    private void show(Optional<MeasureEstimate> estimate) {
        List.of(calls, cost).forEach(label -> Views.setShown(label, estimate.isPresent()));
        Views.setShown(charge, estimate.filter(each -> !each.charge().isEmpty()).isPresent());
        estimate.ifPresent(each -> {
            calls.setText(each.calls());
            cost.setText(each.costWords());
            charge.setText(each.charge());
            start.setText(each.go());
        });
    }

    private void showProgress(Optional<MeasureProgress> now) {
        Views.setShown(progress, now.isPresent());
        Views.setShown(form, now.isEmpty());
        now.ifPresent(each -> {
            progressWords.setText(each.words());
            bar.setProgress(each.share());
        });
    }

    private void showMeasured(Optional<Measurement> found) {
        Views.setShown(result, found.isPresent());
        found.ifPresent(each -> {
            new FindingGrid(findings).show(each);
            notes.setText(String.join(" ", each.notes()));
        });
    }

    @FXML
    private void start() {
        List.of(rounds, pause, spending).forEach(Spinner::commitValue);
        model.start();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    public MeasureViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
