package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where the chosen layout parts from the first, and which lines of their texts differ; looked for in the background.
public final class LayoutDifferenceViewModel implements AutoCloseable {

    private final Latest comparing;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ObservableList<LineDifference.Line> lines = FXCollections.observableArrayList();

    LayoutDifferenceViewModel(Background background) {
        this.comparing = new Latest(background);
    }

    void show(Optional<LayoutRow> row) {
        Optional<LayoutForecast> first = row.flatMap(LayoutRow::first);
        Optional<LayoutForecast> other = row.flatMap(each -> each.of().forecast());
        if (row.isPresent() && row.get().variant().isPresent() && first.isPresent() && other.isPresent()) {
            comparing.submit(() -> Parted.of(first.get(), other.get()), this::show,
                    failure -> say(row, Unexpected.words(failure)));
        } else {
            comparing.cancel();
            say(row, row.isEmpty() ? "" : Texts.get(row.get().variant().isEmpty()
                    ? "layout-difference.first"
                    : "layout-difference.not-counted"));
        }
    }

    private void say(Optional<LayoutRow> row, String sentence) {
        title.set(row.map(LayoutRow::name).orElse(""));
        words.set(sentence);
        lines.clear();
    }

    private void show(Parted found) {
        title.set(found.title());
        words.set(String.join("\n", found.sentences()));
        lines.setAll(found.lines());
    }

    /// Lines that differ, with one around them: those of the first are removed, those of the chosen one added.
    ObservableList<LineDifference.Line> lines() {
        return lines;
    }

    /// Which two layouts are compared; empty where none is chosen.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public String getTitle() {
        return title.get();
    }

    /// Where they part, from what causes, and how many lines differ: a line each.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public String getWords() {
        return words.get();
    }

    @Override
    public void close() {
        comparing.cancel();
    }
}
