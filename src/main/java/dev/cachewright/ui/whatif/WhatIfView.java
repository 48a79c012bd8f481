package dev.cachewright.ui.whatif;

import dev.cachewright.picture.CurvePicture;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.EmptyState;
import dev.cachewright.ui.kit.chart.PicturePane;
import dev.cachewright.whatif.Knob;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;

/// The what-if tab: figures that are moved, and what follows from them.
public final class WhatIfView implements AutoCloseable {

    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");
    private static final List<Knob> KNOBS = List.of(Knob.PER_MINUTE, Knob.TOGETHER, Knob.KEYS, Knob.OUTPUT, Knob.PAD);

    private static final int MOST_CALLS = 100_000;
    private static final int STEP = 10;

    private final WhatIfViewModel model;
    private final Consumer<String> commands;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Node content;
    @FXML
    private Node figures;
    @FXML
    private EmptyState empty;
    @FXML
    private Button action;
    @FXML
    private GridPane knobs;
    @FXML
    private Label lifetimeName;
    @FXML
    private ComboBox<String> lifetime;
    @FXML
    private RadioButton chance;
    @FXML
    private RadioButton even;
    @FXML
    private ComboBox<Knob> curveOf;
    @FXML
    private PicturePane curve;
    @FXML
    private Lines lines;
    @FXML
    private TitledPane others;
    @FXML
    private TableView<ModelRow> table;
    @FXML
    private Spinner<Integer> batch;
    @FXML
    private Spinner<Integer> parallel;
    @FXML
    private Lines plans;

    /// @param commands does what a command does, by its id
    public WhatIfView(WhatIfViewModel model, Consumer<String> commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        Supposed supposed = model.supposed();
        KNOBS.forEach(knob -> KnobRow.add(knobs, KNOBS.indexOf(knob), supposed.knob(knob), subscriptions));
        var ways = new ToggleGroup();
        ways.getToggles().setAll(chance, even);
        chance.setSelected(true);
        even.selectedProperty().bindBidirectional(supposed.evenProperty());
        lifetime.setConverter(new WordConverter<>(word -> word.isEmpty()
                ? Texts.get("what-if.own-lifetime")
                : word));
        subscriptions.add(model.lifetimesProperty().subscribe(this::offer));
        lifetime.valueProperty().bindBidirectional(supposed.lifetimeProperty());
        curveOf.setConverter(new WordConverter<>(knob -> Texts.get("what-if.knob." + knob.word())));
        curveOf.getItems().setAll(KNOBS);
        curveOf.valueProperty().bindBidirectional(supposed.curveProperty());
        subscriptions.add(model.shown().curve().curveProperty().subscribe(this::draw));
        subscriptions.add(model.getFigures().linesProperty().subscribe(lines::say));
        subscriptions.add(model.obstacleProperty().subscribe(this::stop));
        subscriptions.add(model.outdatedProperty()
                .subscribe(isOld -> figures.pseudoClassStateChanged(OUTDATED, isOld)));
        others.expandedProperty().bindBidirectional(model.shown().others().openProperty());
        ModelTable.connect(table, model.shown().others(), subscriptions);
        batch.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_CALLS, BatchModel.CALLS, STEP));
        model.shown().batch().callsProperty().bind(batch.valueProperty());
        parallel.setValueFactory(new IntegerSpinnerValueFactory(1, MOST_CALLS, BatchModel.PARALLEL));
        model.shown().batch().parallelProperty().bind(parallel.valueProperty());
        subscriptions.add(model.shown().batch().linesProperty().subscribe(plans::say));
    }

    private void offer(List<String> words) {
        String chosen = model.supposed().lifetimeProperty().get();
        lifetime.getItems().setAll(Stream.concat(Stream.of(""), words.stream()).toList());
        lifetime.setValue(words.contains(chosen) ? chosen : "");
        Views.setShown(lifetimeName, !words.isEmpty());
        Views.setShown(lifetime, !words.isEmpty());
    }

    private void stop(Optional<Obstacle> found) {
        Views.setShown(content, found.isEmpty());
        Views.setShown(empty, found.isPresent());
        found.ifPresent(obstacle -> {
            empty.setTitle(obstacle.title());
            empty.setHint(obstacle.hint());
            action.setText(obstacle.action());
        });
    }

    private void draw(Optional<Curve> drawn) {
        curve.show((ruler, width) -> drawn.flatMap(each -> CurvePicture.of(each.answers(), each.knob(), each.now(),
                ruler, width)), drawn.map(CurveWords::of).orElse(""), "");
    }

    @FXML
    private void act() {
        model.obstacleProperty().get().ifPresent(obstacle -> commands.accept(obstacle.command()));
    }

    public WhatIfViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
