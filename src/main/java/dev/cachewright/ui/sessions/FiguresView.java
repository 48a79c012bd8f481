package dev.cachewright.ui.sessions;

import dev.cachewright.ui.fx.Subscriptions;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// All figures of two sides, side by side.
public final class FiguresView implements AutoCloseable {

    private final FiguresViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private ComboBox<SideChoice> first;
    @FXML
    private ComboBox<SideChoice> second;
    @FXML
    private GridPane table;

    public FiguresView(FiguresViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        first.setItems(model.choices());
        second.setItems(model.choices());
        first.valueProperty().bindBidirectional(model.firstProperty());
        second.valueProperty().bindBidirectional(model.secondProperty());
        subscriptions.add(model.linesProperty().subscribe(this::show));
    }

    private void show(List<FiguresViewModel.Line> lines) {
        table.getChildren().removeIf(node -> GridPane.getRowIndex(node) != null && GridPane.getRowIndex(node) > 0);
        for (int i = 0; i < lines.size(); i++) {
            FiguresViewModel.Line line = lines.get(i);
            var label = new Label(line.label());
            label.setWrapText(true);
            table.addRow(i + 1, label, figure(line.first()), figure(line.second()));
        }
    }

    private static Label figure(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("figures-value");
        return label;
    }

    public FiguresViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
