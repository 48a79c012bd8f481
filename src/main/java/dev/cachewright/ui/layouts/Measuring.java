package dev.cachewright.ui.layouts;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Outcome;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.experiment.ExperimentPlan;
import dev.cachewright.session.Session;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Makes the calls that measure layouts, in the background, one measurement at a time; its calls are kept in a session
/// of their own.
final class Measuring {

    private final Workspace workspace;
    private final LayoutParts parts;
    private final ReadOnlyObjectWrapper<Optional<MeasureProgress>> progress = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private Optional<Cancellation> running = Optional.empty();

    Measuring(Workspace workspace, LayoutParts parts) {
        this.workspace = workspace;
        this.parts = parts;
    }

    /// @param done is given what was measured, also where it was stopped before its end
    /// @param failed is given why nothing was
    void start(ExperimentPlan plan, Consumer<Measurement> done, Consumer<String> failed) {
        drop();
        var stop = new Cancellation();
        running = Optional.of(stop);
        workspace.runs().measuringProperty().set(true);
        progress.set(Optional.of(new MeasureProgress(0, plan.layouts().size() + 1, plan.rounds())));
        Session session = workspace.sessions().beginBeside(Texts.format("measure.session",
                FewWords.list(plan.layouts().stream().map(Layout::name).toList())));
        var start = new RunStart(1, CacheState.empty(), stop, workspace.sessions().keepingIn(session));
        parts.background().run(() -> run(plan, start, session, seen -> parts.background().deliver(() -> {
            if (isCurrent(stop)) {
                progress.set(Optional.of(seen));
            }
        }))).onEnd(() -> workspace.sessions().end(session)).onDone(measured -> end(stop, () -> done.accept(measured)))
                .onFailure(Throwable.class, failure -> end(stop, () -> failed.accept(Unexpected.words(failure,
                        InputException.class, ProviderException.class))));
    }

    private Measurement run(ExperimentPlan plan, RunStart start, Session session,
            Consumer<MeasureProgress> onProgress) {
        Provider provider = parts.providers().of(plan.profile());
        provider.warmUp();
        List<Long> more = parts.experiment().readMore(plan);
        var tally = new Tally(plan, onProgress);
        Outcome outcome = parts.experiment().run(plan, provider, start, tally);
        return Measurement.of(plan, outcome, tally, start.cancellation().isCancelled(), more, session.name());
    }

    private boolean isCurrent(Cancellation stop) {
        return running.filter(each -> each == stop).isPresent();
    }

    private void end(Cancellation stop, Runnable then) {
        if (isCurrent(stop)) {
            rest();
            then.run();
        }
    }

    /// Ends it; what was measured by then is handed on.
    void stop() {
        running.ifPresent(Cancellation::cancel);
    }

    /// Ends it, and hands on nothing.
    void drop() {
        stop();
        rest();
    }

    private void rest() {
        running = Optional.empty();
        progress.set(Optional.empty());
        workspace.runs().measuringProperty().set(false);
    }

    /// How far it has come; empty while nothing is measured.
    ReadOnlyObjectProperty<Optional<MeasureProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
