package dev.cachewright.ui.shell;

import dev.cachewright.run.RunPlan;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.time.Duration;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// How a series runs: how often over the rows, and with what pause.
public final class RunSeriesViewModel {

    private final Workspace workspace;
    private final Subscriptions subscriptions = new Subscriptions();
    private final IntegerProperty times = new SimpleIntegerProperty(1);
    private final IntegerProperty parallel = new SimpleIntegerProperty(1);
    private final IntegerProperty pauseMillis = new SimpleIntegerProperty(0);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    public RunSeriesViewModel(Workspace workspace) {
        this.workspace = workspace;
        subscriptions.add(times.subscribe(this::summarise));
        subscriptions.add(workspace.prompt().valuesProperty().subscribe(this::summarise));
        subscriptions.add(workspace.preferences().preferencesProperty().subscribe(this::summarise));
    }

    private void summarise() {
        long rows = workspace.prompt().getValues().rowsOrEmpty().size();
        summary.set(Texts.format("run-series.summary", Numbers.count(rows * times.get()),
                workspace.preferences().get().profileInUse().name()));
    }

    void run() {
        workspace.runs().runSeries(times.get(),
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
