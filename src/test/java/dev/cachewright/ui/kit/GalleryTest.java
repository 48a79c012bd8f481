package dev.cachewright.ui.kit;

import dev.cachewright.ui.Snapshots;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class GalleryTest {

    @Test
    void everySmallControlLooksAsBeforeInBothThemes() {
        Snapshots.check("gallery", 1000, 900, GalleryTest::gallery);
    }

    private static Parent gallery() {
        VBox box = new VBox(12, header(), figures(), pills(), callouts(), fields(), tabs(), emptyState());
        box.setPadding(new Insets(12));
        return box;
    }

    private static Node header() {
        Button commands = new Button("Commands", new KeyHint("Ctrl K"));
        Button send = new Button("Send", new KeyHint("Ctrl ↵"));
        send.getStyleClass().add("accent");
        for (Button button : new Button[]{commands, send}) {
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, picker("Provider", "Offline simulator"), picker("Model", "gpt-5.4"),
                picker("Values", "cases.csv · row 3 of 24"), space, commands, send, icon("fth-copy"),
                icon("fth-trash-2"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Picker picker(String caption, String value) {
        Picker picker = new Picker();
        picker.setCaption(caption);
        picker.setValue(value);
        return picker;
    }

    private static IconButton icon(String name) {
        IconButton button = new IconButton();
        button.setText(name);
        button.setIcon(name);
        return button;
    }

    private static Node figures() {
        HBox row = new HBox(figure("Next call", "1,536", "of 1,842 cached", Tone.PLAIN),
                figure("Hit rate", "70.2%", "", Tone.PLAIN),
                figure("If advice is taken", "88.1%", "−11% cost", Tone.GOOD),
                figure("Error", "3", "calls", Tone.BAD), figure("First token", "–", "", Tone.PLAIN));
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    private static Figure figure(String caption, String value, String suffix, Tone tone) {
        Figure figure = new Figure();
        figure.setCaption(caption);
        figure.setValue(value);
        figure.setSuffix(suffix);
        figure.setTone(tone);
        return figure;
    }

    private static Node pills() {
        HBox row = new HBox(8);
        for (KindPill.Kind kind : KindPill.Kind.values()) {
            KindPill pill = new KindPill();
            pill.setText(kind.name().toLowerCase(java.util.Locale.ROOT));
            pill.setKind(kind);
            row.getChildren().add(pill);
        }
        return row;
    }

    private static Node callouts() {
        VBox rows = new VBox(8);
        for (Tone level : Tone.values()) {
            Callout callout = new Callout();
            callout.setTone(level);
            callout.setText("Everything after this timestamp is re-billed on every call: 164 static tokens below it "
                    + "can never be cached, and this sentence goes on so that it has to wrap somewhere.");
            callout.setActionText("Move below Examples");
            rows.getChildren().add(callout);
        }
        return rows;
    }

    private static Node fields() {
        TextField field = new TextField();
        field.setPromptText("Find");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().setAll("Chat Completions", "Responses");
        combo.getSelectionModel().select(1);
        CheckBox check = new CheckBox("Static");
        check.setSelected(true);
        HBox row = new HBox(8, field, combo, check, new Hyperlink("Move below Examples"), new Button("Plain"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node tabs() {
        TableView<String[]> table = new TableView<>();
        String[] heads = {"#", "Time", "Cached", "Verdict"};
        for (int i = 0; i < heads.length; i++) {
            int index = i;
            TableColumn<String[], String> column = new TableColumn<>(heads[i]);
            column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()[index]));
            if (i == 0 || i == 2) {
                column.getStyleClass().add("number");
            }
            table.getColumns().add(column);
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getItems().add(new String[]{"7", "09:41:02", "1,536", "as forecast"});
        table.getItems().add(new String[]{"8", "09:41:09", "0", "changed in System · policy"});
        table.getSelectionModel().select(1);
        table.setPrefHeight(120);
        Tab advice = new Tab("Advice");
        Label badge = new Label("2");
        badge.getStyleClass().add("badge");
        advice.setGraphic(badge);
        TabPane pane = new TabPane(new Tab("Session", table), new Tab("Response"), advice, new Tab("What-if"));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return pane;
    }

    private static Node emptyState() {
        EmptyState state = new EmptyState();
        state.setTitle("No calls yet");
        state.setHint("Send the prompt, or run it over all 24 rows.");
        Button send = new Button("Send");
        send.getStyleClass().add("accent");
        state.getActions().addAll(send, new Button("Run series…"));
        return state;
    }
}
