package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.count.ServerCounter;
import dev.cachewright.run.Brake;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stops;
import dev.cachewright.run.TestRequest;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.settings.Preferences;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Sends calls in the background, one run at a time; each is kept, and shown in any case.
public final class RunModel {

    private final Workspace workspace;
    private final Tools tools;
    private final ServerCounter counter;
    private final List<Consumer<RunEvent>> listeners = new ArrayList<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper planned = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<RunProblem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunEvent.Waiting>> waiting = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UnfinishedSeries>> unfinished = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SessionModel.Origin>> origin = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper();
    private final BooleanProperty measuring = new SimpleBooleanProperty(this, "measuring");
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private Optional<Brake> brake = Optional.empty();
    private Optional<Cancellation> cancellation = Optional.empty();
    private Optional<SeriesProgress> progress = Optional.empty();

    RunModel(Workspace workspace, Tools tools, ServerCounter counter) {
        this.workspace = workspace;
        this.counter = counter;
        this.tools = tools;
        SessionModel session = workspace.session();
        elsewhere.bind(Bindings.createBooleanBinding(() -> !origin.get().map(session::isShown).orElse(true), origin,
                session.sessionProperty()));
        // What was said of another prompt or place is no longer so.
        subscriptions.add(workspace.prompt().promptProperty().subscribe(now -> forgetProblem()));
        subscriptions.add(workspace.preferences().preferencesProperty().map(Preferences::profileInUse)
                .subscribe(now -> forgetProblem()));
        // Its rows are of these values.
        subscriptions.add(workspace.prompt().valuesProperty().subscribe(this::forgetSeries));
        subscriptions.add(workspace.prompt().documentProperty().map(open -> open.map(PromptDocument::name))
                .subscribe(name -> forgetSeries()));
    }

    /// What runs are made with.
    ///
    /// @param frames runs an action in the next frame
    /// @param telemetries where figures of calls are handed on to
    public record Tools(Runner runner, Providers providers, SessionStore store, Background background,
            Executor frames, Telemetries telemetries) {
    }

    /// Sends the row that is shown.
    public void send() {
        run(CallOrder.of(List.of(workspace.prompt().getRow())), Pace.oneByOne(Duration.ZERO)
                .withStops(Stops.usual().withOutputLimit(workspace.preferences().get().outputLimit())));
    }

    /// What the calls of today's profile send of a request.
    public ObservableValue<UnaryOperator<SentRequest>> sending() {
        return workspace.preferences().preferencesProperty()
                .map(now -> sent -> TestRequest.of(sent, now.profileInUse(), now.outputLimit()));
    }

    /// Makes so many calls, walking over the rows from the first one on.
    public void runRows(int calls, Pace pace) {
        run(CallOrder.inTurn(workspace.prompt().getValues().rowsOrEmpty().size(), calls), pace);
    }

    /// Makes the calls that an unfinished series has left.
    public void resume() {
        unfinished.get().ifPresent(series -> run(series.order(), series.pace()));
    }

    /// Whether the prompt can be sent where calls go; where not, the problem says why.
    public boolean isReady() {
        // First to nothing: the same problem as last time is news again.
        problem.set(Optional.empty());
        problem.set(RunProblem.of(workspace.prompt().getPrompt(), workspace.preferences().profileInUse(),
                workspace.analysis().destination()));
        return problem.get().isEmpty();
    }

    /// The variables that are sent empty, of the row that is shown or of all rows.
    public List<String> variablesWithoutValue(boolean isOfAllRows) {
        Values values = workspace.prompt().getValues();
        Values sent = isOfAllRows
                ? values
                : new Values(values.name(), values.columns(), List.of(values.row(workspace.prompt().getRow())));
        return Variables.of(workspace.prompt().getPrompt(), sent).missing();
    }

    /// Says why something was not done, until the prompt or the profile is another.
    void tell(String words) {
        problem.set(Optional.empty());
        problem.set(Optional.of(new RunProblem(words, RunProblem.Way.NONE)));
    }

    private void forgetProblem() {
        problem.set(problem.get().filter(known -> !known.isMendable()));
    }

    private void forgetSeries() {
        progress = Optional.empty();
        unfinished.set(Optional.empty());
    }

    /// Holds the run before its next call, while those on their way go on; lets a run that is held go on.
    public void pauseOrGoOn() {
        brake.ifPresent(paused.get() ? Brake::release : Brake::pull);
        paused.set(brake.isPresent() && !paused.get());
    }

    /// Stops the run; what arrived is kept.
    public void stop() {
        cancellation.ifPresent(Cancellation::cancel);
    }

    /// Makes these calls, unless some are under way.
    public void run(CallOrder order, Pace pace) {
        if (running.get() || measuring.get() || workspace.prompt().getDocument().isEmpty()) {
            return;
        }
        if (!isReady()) {
            return;
        }
        Profile profile = workspace.preferences().profileInUse();
        Destination destination = workspace.analysis().destination();
        var plan = new RunPlan(workspace.prompt().getPrompt(), workspace.prompt().getValues(), order,
                pace, profile, destination);
        var stop = new Cancellation();
        var hold = new Brake();
        Session session = workspace.sessions().begin();
        var start = new RunStart(session.nextNumber(), workspace.session().getCache(), stop,
                (call, exchange) -> workspace.sessions().keeper().keep(session, call, exchange),
                workspace.prompt().getDocument().map(PromptDocument::name).orElse(""), hold)
                .comparedWith(session.lastAnswer(profile.name(), plan.prompt().settings().model()));
        brake = Optional.of(hold);
        cancellation = Optional.of(stop);
        done.set(0);
        planned.set(order.size());
        running.set(true);
        var made = new SeriesProgress(order, pace, start.firstNumber(), workspace.now());
        if (made.isSeries()) {
            unfinished.set(Optional.empty());
        }
        progress = Optional.of(made);
        SessionModel.Origin begun = workspace.session().origin();
        origin.set(Optional.of(begun));
        var events = new RunEvents(tools.background(), tools.frames(), event -> deliver(begun, event));
        String collector = workspace.preferences().get().otlp();
        var source = new Telemetry.Origin(session.id(), profile, pace.isStreamed());
        tools.background()
                .run(() -> tools.runner().run(served(plan, stop), tools.providers().of(profile), start,
                        workspace.telemetry().of(collector).after(events, source)))
                .onDone(state -> end()).onFailure(Throwable.class, failure -> fail(profile, failure));
    }

    /// The plan with the tokens of a server that cuts prompts for others; without them it is forecast from here, as
    /// before.
    private RunPlan served(RunPlan plan, Cancellation stop) {
        return plan.to(counter.forRun(plan.destination(), plan.profile(), plan.prompt().settings().api(), stop, _ -> {
        }));
    }

    private void deliver(SessionModel.Origin begun, RunEvent event) {
        waiting.set(event instanceof RunEvent.Waiting wait ? Optional.of(wait) : Optional.empty());
        if (event instanceof RunEvent.Finished finished) {
            done.set(done.get() + 1);
            progress.ifPresent(made -> made.ended(finished.call()));
            workspace.sessions().finished(begun, finished);
        } else if (event instanceof RunEvent.NotKept lost) {
            notKept(begun, lost);
        } else if (event instanceof RunEvent.SpendingReached limit) {
            progress.ifPresent(made -> made.reached(limit));
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }

    private void notKept(SessionModel.Origin begun, RunEvent.NotKept lost) {
        if (workspace.session().isShown(begun)) {
            workspace.session().notKept(workspace.sessions().keeper().waiting(begun.session()), lost.call(),
                    lost.reason());
        } else {
            problem.set(Optional.of(
                    RunProblem.lost(Texts.format("response.not-kept", lost.call().number(), lost.reason()))));
        }
    }

    private void end() {
        running.set(false);
        paused.set(false);
        brake = Optional.empty();
        waiting.set(Optional.empty());
        progress.filter(SeriesProgress::isSeries).ifPresent(made -> unfinished.set(made.unfinished()));
        progress = Optional.empty();
        origin.set(Optional.empty());
        cancellation = Optional.empty();
    }

    private void fail(Profile profile, Throwable failure) {
        end();
        String words = Unexpected.words(failure, InputException.class, ProviderException.class);
        boolean isOfProfile = failure instanceof ProviderException && profile.kind() != Profile.Kind.SIMULATOR;
        problem.set(Optional.of(
                new RunProblem(words, isOfProfile ? RunProblem.Way.OPEN_SERVERS : RunProblem.Way.NONE)));
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

    /// Whether layouts are measured by calls of their own. Others would change their times, and so none are made meanwhile.
    public BooleanProperty measuringProperty() {
        return measuring;
    }

    /// How long the run is likely to take still; empty before its first answer.
    public Optional<Duration> timeLeft() {
        return progress.flatMap(made -> made.timeLeft(workspace.now()));
    }

    /// Whether the run is held before its next call.
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
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

    /// The call that waits because the server asked for it, and how long still.
    public ReadOnlyObjectProperty<Optional<RunEvent.Waiting>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// The series that was stopped, or ended by a failure, before its last call; empty while it goes on.
    public ReadOnlyObjectProperty<Optional<UnfinishedSeries>> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /// Why the last run could not begin or go on; errors of single calls are in their calls.
    public ReadOnlyObjectProperty<Optional<RunProblem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
