package dev.cachewright.ui.response;

import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How far a run is, and what can be done with it while it goes on.
public final class RunControls {

    /// The progress of a bar whose end is not known.
    private static final double UNKNOWN = -1;

    private final RunModel runs;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyStringWrapper pause = new ReadOnlyStringWrapper("");

    RunControls(RunModel runs) {
        this.runs = runs;
        progress.bind(Bindings.createDoubleBinding(() -> isSeries()
                ? (double) runs.doneProperty().get() / runs.plannedProperty().get()
                : UNKNOWN, runs.doneProperty(), runs.plannedProperty()));
        pause.bind(Bindings.createStringBinding(this::words, runs.runningProperty(), runs.plannedProperty(),
                runs.pausedProperty()));
    }

    private boolean isSeries() {
        return runs.plannedProperty().get() > 1;
    }

    private String words() {
        return runs.isRunning() && isSeries()
                ? Texts.get(runs.pausedProperty().get() ? "response.go-on" : "response.pause")
                : "";
    }

    /// Stops the run; what arrived is kept.
    void stop() {
        runs.stop();
    }

    /// Holds a series before its next call, or lets it go on.
    void pauseOrGoOn() {
        runs.pauseOrGoOn();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return runs.runningProperty();
    }

    public boolean isRunning() {
        return runs.isRunning();
    }

    /// The part of the planned calls that has ended; −1 for a single call.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public double getProgress() {
        return progress.get();
    }

    /// What the button says that holds a series or lets it go on; empty where none is under way.
    public ReadOnlyStringProperty pauseProperty() {
        return pause.getReadOnlyProperty();
    }

    public String getPause() {
        return pause.get();
    }
}
