package dev.cachewright.ui.watch;

import dev.cachewright.ui.kit.IconButton;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lines below each other, each with what it is for and a button that copies it.
public final class AddressGrid extends GridPane {

    private static final String COPY = "fth-copy";
    private static final String COPIED = "fth-check";

    public AddressGrid() {
        getStyleClass().add("address-grid");
    }

    /// @param copy is given the line that is copied
    void show(List<AddressLine> lines, Consumer<String> copy) {
        getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            AddressLine each = lines.get(i);
            var title = words(each.title(), "address-title");
            var line = words(each.line(), "mono");
            setHgrow(line, Priority.ALWAYS);
            var button = new IconButton();
            button.setText(Texts.format("watch.copy", each.title()));
            button.setIcon(COPY);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                copy.accept(each.line());
                markCopied(button);
            });
            addRow(i, title, line, button);
        }
    }

    private void markCopied(IconButton copied) {
        getChildren().stream().filter(IconButton.class::isInstance).map(IconButton.class::cast)
                .forEach(button -> button.setIcon(button == copied ? COPIED : COPY));
    }

    private static Label words(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
