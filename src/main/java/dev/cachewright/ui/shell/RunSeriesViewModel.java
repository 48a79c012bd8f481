package dev.cachewright.ui.shell;

import dev.cachewright.run.RunPlan;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.PreferencesModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.words.Texts;
import java.time.Duration;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// How a series runs: how often over the rows, and with what pause.
public final class RunSeriesViewModel {

    private final PromptModel prompt;
    private final PreferencesModel preferences;
    private final RunModel runs;
    private final Subscriptions subscriptions = new Subscriptions();
    private final IntegerProperty times = new SimpleIntegerProperty(1);
    private final IntegerProperty parallel = new SimpleIntegerProperty(1);
    private final IntegerProperty pauseMillis = new SimpleIntegerProperty(0);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public RunSeriesViewModel(PromptModel prompt, PreferencesModel preferences, RunModel runs) {
        this.prompt = prompt;
        this.preferences = preferences;
        this.runs = runs;
        subscriptions.add(times.subscribe(this::summarise));
        subscriptions.add(prompt.valuesProperty().subscribe(this::summarise));
        subscriptions.add(preferences.preferencesProperty().subscribe(this::summarise));
        summarise();
    }

    private void summarise() {
        long rows = prompt.getValues().rowsOrEmpty().size();
        summary.set(Texts.format("run-series.summary", rows * times.get(),
                preferences.get().profileInUse().name()));
    }

    void run() {
        runs.runSeries(times.get(),
                new RunPlan.Pace(Duration.ofMillis(pauseMillis.get()), parallel.get(), true));
    }

    IntegerProperty timesProperty() {
        return times;
    }

    /// How many calls are on their way at the same time.
    IntegerProperty parallelProperty() {
        return parallel;
    }

    IntegerProperty pauseMillisProperty() {
        return pauseMillis;
    }

    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public String getSummary() {
        return summary.get();
    }
}
