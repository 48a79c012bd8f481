package dev.cachewright.ui.traffic;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// The table of families: its choice is that of the model, and Enter or a double click opens it as a prompt.
final class FamilyTable {

    /// Of letters of the usual size; larger ones are scrolled to.
    private static final double ROW = 28;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 9;

    private FamilyTable() {
    }

    static void connect(TableView<FamilyRow> table, TrafficViewModel model, Subscriptions subscriptions) {
        FamilyColumns.fill(table);
        table.setItems(model.families());
        table.setPlaceholder(new Label(Texts.get("traffic.no-requests")));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.openFamily();
            }
        });
        subscriptions.add(model.families().subscribe(() -> fit(table)));
        fit(table);
        table.setRowFactory(_ -> row(model));
        subscriptions.add(model.chosenProperty().subscribe(row -> row.ifPresentOrElse(
                each -> table.getSelectionModel().select(each), table.getSelectionModel()::clearSelection)));
        subscriptions.add(table.getSelectionModel().selectedItemProperty()
                .subscribe(row -> model.chosenProperty().set(Optional.ofNullable(row))));
    }

    /// High enough for the families to be read beside each other, whatever else is in the window.
    private static void fit(TableView<FamilyRow> table) {
        int rows = Math.clamp(table.getItems().size(), LEAST_ROWS, MOST_ROWS);
        table.setPrefHeight((1 + rows) * ROW);
        table.setMinHeight(table.getPrefHeight());
    }

    private static TableRow<FamilyRow> row(TrafficViewModel model) {
        var row = new TableRow<FamilyRow>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                model.openFamily();
            }
        });
        return row;
    }
}
