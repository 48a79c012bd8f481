package dev.cachewright.ui.traffic;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The chosen family: what it lost, and what would mend that.
public final class FamilyView implements AutoCloseable {

    private final FamilyViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private VBox causes;
    @FXML
    private VBox advice;
    @FXML
    private Label noAdvice;

    FamilyView(FamilyViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.causes().subscribe(this::showCauses));
        subscriptions.add(model.advice().subscribe(this::showAdvice));
        subscriptions.add(model.noAdviceProperty().subscribe(words -> Views.setShown(noAdvice, !words.isEmpty())));
        showCauses();
        showAdvice();
    }

    private void showCauses() {
        causes.getChildren().setAll(model.causes().stream()
                .map(line -> new WordsBox(line.title(), line.place())).toList());
    }

    private void showAdvice() {
        advice.getChildren().setAll(model.advice().stream()
                .map(line -> new WordsBox(line.title(), line.gain())).toList());
    }

    public FamilyViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
