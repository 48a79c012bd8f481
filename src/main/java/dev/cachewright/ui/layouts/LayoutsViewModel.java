package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open prompt and its variants, forecast with the same rows; what can be done with the one that is chosen.
public final class LayoutsViewModel implements AutoCloseable {

    private final Workspace workspace;
    private final Variants variants;
    private final LayoutForecasts forecasts;
    private final Latest counting;
    private final Destinations destinations;
    private final LayoutDifferenceViewModel difference;
    private final MeasureViewModel measure;
    private final ObservableList<LayoutRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<LayoutRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean isShowing;

    public LayoutsViewModel(Workspace workspace, Variants variants, LayoutParts parts) {
        this.workspace = workspace;
        this.variants = variants;
        this.forecasts = new LayoutForecasts(workspace.analyst());
        this.counting = new Latest(parts.background());
        this.destinations = new Destinations(workspace);
        this.difference = new LayoutDifferenceViewModel(parts.background());
        this.measure = new MeasureViewModel(workspace, parts);
        subscriptions.add(variants.all().subscribe(this::renew));
        Stream.of(workspace.prompt().draftProperty(), workspace.preferences().preferencesProperty(),
                workspace.analysis().cadenceProperty())
                .forEach(each -> subscriptions.add(each.subscribe((_, _) -> parts.delay().accept(this::renew))));
        subscriptions.add(workspace.counts().outcomeProperty().subscribe((_, _) -> {
            destinations.forget();
            renew();
        }));
        renew();
    }

    private void renew() {
        hint.set(!hasPrompt() ? Texts.get("layouts.none-open")
                : variants.all().isEmpty() ? Texts.get("layouts.empty") : "");
        if (!hint.get().isEmpty()) {
            counting.cancel();
            show(List.of(), Values.none());
            return;
        }
        Values values = workspace.prompt().getValues();
        List<Layout> layouts = Stream.concat(
                Stream.of(layout(variants.openName(), workspace.prompt().getPrompt())),
                variants.all().stream().map(each -> layout(each.name(), each.prompt()))).toList();
        var calls = new Layouts.Calls(values.rowsOrEmpty().size(), workspace.analysis().cadenceProperty().get(),
                workspace.now());
        counting.submit(() -> forecasts.of(layouts, values, calls), found -> show(found, values),
                failure -> said.set(Unexpected.words(failure)));
    }

    private Layout layout(String called, Prompt prompt) {
        return new Layout(called, prompt, destinations.of(prompt.settings().model()));
    }

    private void show(List<Forecasted> found, Values values) {
        int before = chosen.get().map(rows::indexOf).orElse(0);
        int wanted = found.size() > rows.size() ? found.size() - 1 : Math.clamp(before, 0, Math.max(0,
                found.size() - 1));
        Optional<LayoutForecast> first = found.stream().findFirst().flatMap(Forecasted::forecast);
        isShowing = true;
        rows.setAll(IntStream.range(0, found.size()).mapToObj(i -> new LayoutRow(
                i == 0 ? Optional.empty() : Optional.of(variants.all().get(i - 1)), found.get(i), first)).toList());
        isShowing = false;
        note.set(LayoutNotes.of(found, values));
        measure.offer(found, values);
        choose(rows.stream().skip(wanted).findFirst());
    }

    /// Shows where a layout parts from the first.
    void choose(Optional<LayoutRow> row) {
        if (isShowing) {
            return;
        }
        chosen.set(row);
        name.set(row.map(LayoutRow::name).orElse(""));
        difference.show(row);
    }

    /// Keeps the open prompt as it is now.
    public void keep() {
        int before = variants.all().size();
        Variant kept = variants.keep();
        said.set(Texts.format(variants.all().size() > before ? "layouts.kept" : "layouts.kept-already", kept.name()));
    }

    /// Gives the chosen variant the name that stands in the field.
    void rename() {
        String wanted = name.get().strip();
        chosen.get().flatMap(LayoutRow::variant).filter(each -> !each.name().equals(wanted)).ifPresent(each -> {
            if (variants.rename(each, wanted)) {
                said.set("");
            } else {
                said.set(Texts.format(wanted.isEmpty() ? "layouts.no-name" : "layouts.name-taken", wanted));
                name.set(each.name());
            }
        });
    }

    void remove() {
        chosen.get().flatMap(LayoutRow::variant).ifPresent(each -> {
            variants.remove(each);
            said.set(Texts.format("layouts.removed", each.name()));
        });
    }

    /// Puts the chosen layout into the editor, as one edit; the prompt that was there is kept as a variant.
    void use() {
        chosen.get().flatMap(LayoutRow::variant).ifPresent(each -> said.set(LayoutUse.of(each, variants,
                workspace.prompt())));
    }

    LayoutDifferenceViewModel difference() {
        return difference;
    }

    MeasureViewModel measure() {
        return measure;
    }

    boolean hasPrompt() {
        return workspace.prompt().getDocument().isPresent();
    }

    ObservableList<LayoutRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Optional<LayoutRow>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    /// What to do while there is nothing to compare; empty where there is something.
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public String getHint() {
        return hint.get();
    }

    /// What the figures are of, and what is to be known of them.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public String getNote() {
        return note.get();
    }

    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    public String getSaid() {
        return said.get();
    }

    @Override
    public void close() {
        subscriptions.close();
        counting.cancel();
        difference.close();
        measure.close();
    }
}
