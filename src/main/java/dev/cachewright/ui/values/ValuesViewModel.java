package dev.cachewright.ui.values;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The data set of the prompt, the row in use, and which variables and columns do not match.
public final class ValuesViewModel implements AutoCloseable {

    private static final int LONGEST_CELL = 400;

    private final PromptModel prompt;
    private final Runnable chooseFile;
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unused = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper first = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper last = new ReadOnlyBooleanWrapper(true);
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param chooseFile asks for a CSV or JSON Lines file and uses it
    public ValuesViewModel(PromptModel prompt, AnalysisModel analysis, Runnable chooseFile) {
        this.prompt = prompt;
        this.chooseFile = chooseFile;
        subscriptions.add(prompt.valuesProperty().subscribe(this::showPlace));
        subscriptions.add(prompt.rowProperty().subscribe(this::showPlace));
        showPlace();
        subscriptions.add(analysis.analysisProperty().subscribe(this::showVariables));
    }

    private void showPlace() {
        Values values = prompt.getValues();
        int rows = values.rows().size();
        empty.set(rows == 0);
        place.set(rows == 0 ? "" : Texts.format("values.place", values.name(), prompt.getRow() + 1, rows));
        first.set(prompt.getRow() <= 0);
        last.set(prompt.getRow() >= rows - 1);
    }

    private void showVariables(Optional<Analysis> analysis) {
        missing.set(list(prompt.getValues().isEmpty() ? "values.missing-all" : "values.missing",
                analysis.map(Analysis::variables).map(Variables::missing)));
        Values values = prompt.getValues();
        boolean isHeadOnly = values.isEmpty() && !values.columns().isEmpty();
        unused.set(isHeadOnly
                ? Texts.format("values.head-only", values.name())
                : list("values.unused", analysis.map(Analysis::variables).map(Variables::unused)));
    }

    private static String list(String key, Optional<List<String>> names) {
        return names.filter(found -> !found.isEmpty())
                .map(found -> Texts.format(key, found.size(), FewWords.list(found))).orElse("");
    }

    /// The value of a column as one line; a dash where the row has none.
    static String cell(Row row, String column) {
        Object value = row.values().get(column);
        if (value == null) {
            return FigureText.NONE;
        }
        String text = String.valueOf(value);
        String shown = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
        return shown.replaceAll("\\R", "↵ ");
    }

    public void chooseFile() {
        chooseFile.run();
    }

    public void previous() {
        prompt.showRow(Math.max(0, prompt.getRow() - 1));
    }

    public void next() {
        prompt.showRow(Math.max(0, Math.min(prompt.getValues().rows().size() - 1, prompt.getRow() + 1)));
    }

    ReadOnlyObjectProperty<Values> valuesProperty() {
        return prompt.valuesProperty();
    }

    /// The index of the row in use; may be set.
    void useRow(int index) {
        prompt.showRow(index);
    }

    ReadOnlyIntegerProperty rowProperty() {
        return prompt.rowProperty();
    }

    /// The data set and the row in use, in words.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    public String getPlace() {
        return place.get();
    }

    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    public String getMissing() {
        return missing.get();
    }

    public ReadOnlyStringProperty unusedProperty() {
        return unused.getReadOnlyProperty();
    }

    public String getUnused() {
        return unused.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    /// Whether there is no row before the one in use.
    public ReadOnlyBooleanProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    public boolean isFirst() {
        return first.get();
    }

    /// Whether there is no row after the one in use.
    public ReadOnlyBooleanProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    public boolean isLast() {
        return last.get();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
