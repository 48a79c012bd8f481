package dev.cachewright.ui.workspace;

import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Providers;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Sends calls in the background, one run at a time; each is kept, and shown in any case.
public final class RunModel {

    private final Workspace workspace;
    private final Tools tools;
    private final List<Consumer<RunEvent>> listeners = new ArrayList<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper planned = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SessionModel.Origin>> origin = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper();
    private Optional<Cancellation> cancellation = Optional.empty();

    RunModel(Workspace workspace, Tools tools) {
        this.workspace = workspace;
        this.tools = tools;
        SessionModel session = workspace.session();
        elsewhere.bind(Bindings.createBooleanBinding(() -> !origin.get().map(session::isShown).orElse(true), origin,
                session.sessionProperty()));
    }

    /// What runs are made with.
    ///
    /// @param frames runs an action in the next frame
    public record Tools(Runner runner, Providers providers, SessionStore store, Background background,
            Executor frames) {
    }

    /// Sends the row that is shown.
    public void send() {
        run(List.of(workspace.prompt().getRow()), RunPlan.Pace.oneByOne(Duration.ZERO));
    }

    /// Sends all rows, `times` times.
    public void runSeries(int times, RunPlan.Pace pace) {
        runRows(workspace.prompt().getValues().rowsOrEmpty().size() * times, pace);
    }

    /// Makes so many calls, walking over the rows from the first one on.
    public void runRows(int calls, RunPlan.Pace pace) {
        int rows = workspace.prompt().getValues().rowsOrEmpty().size();
        run(IntStream.range(0, calls).mapToObj(i -> i % rows).toList(), pace);
    }

    /// Stops the run; what arrived is kept.
    public void cancel() {
        cancellation.ifPresent(Cancellation::cancel);
    }

    private void run(List<Integer> rows, RunPlan.Pace pace) {
        if (running.get() || workspace.prompt().getDocument().isEmpty()) {
            return;
        }
        // First to nothing: the same problem as last time is news again.
        problem.set(Optional.empty());
        problem.set(promptProblem());
        if (problem.get().isPresent()) {
            return;
        }
        Profile profile = workspace.preferences().get().profileInUse();
        var plan = new RunPlan(workspace.prompt().getPrompt(), workspace.prompt().getValues(), rows,
                pace, profile, workspace.analysis().destination());
        var stop = new Cancellation();
        Session session = workspace.session().getSession();
        var start = new RunStart(session.nextNumber(), workspace.session().getCache(), stop,
                call -> tools.store().append(session, call));
        cancellation = Optional.of(stop);
        done.set(0);
        planned.set(rows.size());
        running.set(true);
        SessionModel.Origin begun = workspace.session().origin();
        origin.set(Optional.of(begun));
        var events = new RunEvents(tools.background(), tools.frames(), event -> deliver(begun, event));
        tools.background().run(() -> tools.runner().run(plan, tools.providers().of(profile), start, events))
                .onDone(state -> end()).onFailure(Throwable.class, this::fail);
    }

    /// Why the prompt is not sent: there is nothing in it, it is in a form that no profile sends, or it has a key that
    /// no server accepts; without the key, calls would go to another cache than meant.
    private Optional<String> promptProblem() {
        if (workspace.prompt().getPrompt().blocks().isEmpty()) {
            return Optional.of(Texts.get("response.empty-prompt"));
        }
        if (workspace.prompt().getPrompt().settings().api() == Api.MESSAGES) {
            return Optional.of(Texts.get("response.messages-api"));
        }
        String key = workspace.prompt().getPrompt().settings().cache().key();
        return CacheSettingsCheck.isTooLong(key)
                ? Optional.of(Texts.format("response.key-too-long", CacheSettingsCheck.lengthOf(key),
                        CacheSettingsCheck.LONGEST_KEY))
                : Optional.empty();
    }

    private void deliver(SessionModel.Origin begun, RunEvent event) {
        if (event instanceof RunEvent.Finished finished) {
            done.set(done.get() + 1);
            workspace.session().finished(begun, finished.call(), finished.cache());
        } else if (event instanceof RunEvent.NotKept lost) {
            notKept(begun, lost);
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }

    private void notKept(SessionModel.Origin begun, RunEvent.NotKept lost) {
        if (workspace.session().isShown(begun)) {
            workspace.session().notKept(lost.call(), lost.reason());
        } else {
            problem.set(Optional.of(Texts.format("response.not-kept", lost.call().number(), lost.reason())));
        }
    }

    private void end() {
        running.set(false);
        origin.set(Optional.empty());
        cancellation = Optional.empty();
    }

    private void fail(Throwable failure) {
        end();
        problem.set(Optional.of(Unexpected.words(failure, InputException.class, ProviderException.class)));
    }

    /// Has `listener` called on the UI thread, text at most once a frame, until the subscription is closed.
    public Subscription onEvent(Consumer<RunEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /// Whether calls are under way that belong to another session than the one that is shown.
    public ReadOnlyBooleanProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// Calls of the current run that have ended.
    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Calls that the current run was started for.
    public ReadOnlyIntegerProperty plannedProperty() {
        return planned.getReadOnlyProperty();
    }

    /// Why the last run could not begin or go on; errors of single calls are in their calls.
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
