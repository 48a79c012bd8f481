package dev.cachewright.ui.whatif;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.words.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// A figure of the question: its name, a slider that stops at round values, and a field that takes any.
final class KnobRow {

    private static final int DIGITS = 6;

    /// Room for the longest word in large letters.
    private static final double LEAST_NAME = 100;

    private final KnobModel model;
    private final Label name;
    private final Slider slider;
    private final TextField field = new TextField();
    private boolean isFollowing;

    private KnobRow(KnobModel model) {
        this.model = model;
        this.name = new Label(Texts.get("what-if.knob." + model.knob().word()));
        this.slider = new Slider(0, model.stops().last(), 0);
        name.setWrapText(true);
        name.setMinWidth(LEAST_NAME);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setLabelFor(field);
        slider.setBlockIncrement(1);
        slider.setMaxWidth(Double.MAX_VALUE);
        field.setPrefColumnCount(DIGITS);
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(name.getText());
        field.getStyleClass().add("what-if-field");
    }

    /// Puts a figure into a row of three columns.
    static void add(GridPane grid, int row, KnobModel model, Subscriptions subscriptions) {
        var made = new KnobRow(model);
        grid.addRow(row, made.name, made.slider, made.field);
        made.connect(subscriptions);
    }

    private void connect(Subscriptions subscriptions) {
        subscriptions.add(model.valueProperty().subscribe(this::show));
        show();
        subscriptions.add(slider.valueProperty().subscribe((_, position) -> move(position.doubleValue())));
        field.setOnAction(event -> take());
        subscriptions.add(field.focusedProperty().subscribe((_, isFocused) -> {
            if (!isFocused) {
                take();
            }
        }));
    }

    private void show() {
        isFollowing = true;
        double position = model.stops().positionOf(model.valueProperty().get());
        // A slider between stops, where it is dragged to, stays there.
        if (model.stops().at(slider.getValue()) != model.valueProperty().get()) {
            slider.setValue(position);
        }
        field.setText(model.text());
        slider.setAccessibleText(Texts.format("what-if.slider", name.getText(), model.text()));
        isFollowing = false;
    }

    private void move(double position) {
        if (!isFollowing) {
            model.valueProperty().set(model.stops().at(position));
        }
    }

    private void take() {
        model.type(field.getText());
        field.setText(model.text());
    }
}
