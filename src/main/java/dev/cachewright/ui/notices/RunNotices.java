package dev.cachewright.ui.notices;

import dev.cachewright.prompt.Api;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.CallResult;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.ui.workspace.RunProblem;
import dev.cachewright.ui.workspace.UnfinishedSeries;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What is to be said of a run, whichever tab is in front: why it did not begin, what it waits for, what it has left.
/// Each text is empty where there is nothing to say.
public final class RunNotices implements AutoCloseable {

    private final Workspace workspace;
    private final RunModel runs;
    private final NoticesViewModel.Doors doors;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wayOut = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper unfinished = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper resume = new ReadOnlyStringWrapper("");
    private final Subscriptions subscriptions = new Subscriptions();

    RunNotices(Workspace workspace, NoticesViewModel.Doors doors) {
        this.workspace = workspace;
        this.runs = workspace.runs();
        this.doors = doors;
        subscriptions.add(runs.problemProperty().subscribe(this::showProblem));
        subscriptions.add(runs.waitingProperty().subscribe(wait -> waiting.set(
                wait.map(RunNotices::words).orElse(""))));
        subscriptions.add(runs.unfinishedProperty().subscribe(this::showUnfinished));
        // Who sends a single call goes on with something else; the command is still there.
        subscriptions.add(runs.runningProperty().subscribe(isRunning -> {
            if (isRunning) {
                showUnfinished(Optional.empty());
            }
        }));
    }

    private void showProblem(Optional<RunProblem> now) {
        problem.set(now.map(RunProblem::words).orElse(""));
        wayOut.set(now.map(RunProblem::way).filter(way -> way != RunProblem.Way.NONE)
                .map(way -> Texts.get("notices.way." + way.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse(""));
    }

    private void showUnfinished(Optional<UnfinishedSeries> series) {
        unfinished.set(series.map(RunNotices::words).orElse(""));
        resume.set(series.map(known -> Texts.format("notices.resume", known.left())).orElse(""));
    }

    private static String words(RunEvent.Waiting wait) {
        return Texts.format("notices.waiting", wait.number(), wait.secondsLeft());
    }

    private static String words(UnfinishedSeries series) {
        if (series.spending().isPresent()) {
            RunEvent.SpendingReached limit = series.spending().get();
            return Texts.format("notices.spending", series.answered(), series.planned(),
                    Numbers.money(limit.spent().dollars()), Numbers.money(limit.limit().dollars()));
        }
        return series.failed()
                .map(call -> Texts.format("notices.failed", call.number(), series.answered(), series.planned(),
                        call.measurement().result() instanceof CallResult.Failed failed
                                ? FailureWords.sentence(failed.failure())
                                : ""))
                .orElseGet(() -> Texts.format("notices.stopped", series.answered(), series.planned()));
    }

    /// Makes the calls that the series has left.
    void resume() {
        runs.resume();
    }

    /// Goes the way that the problem offers.
    void takeWayOut() {
        switch (runs.problemProperty().get().map(RunProblem::way).orElse(RunProblem.Way.NONE)) {
            case CHOOSE_CHAT -> useApi(Api.CHAT);
            case CHOOSE_RESPONSES -> useApi(Api.RESPONSES);
            case CHOOSE_MESSAGES -> useApi(Api.MESSAGES);
            case CHOOSE_MODEL -> doors.commands().accept("choose-model");
            case CHOOSE_PROFILE -> doors.commands().accept("choose-profile");
            case OPEN_CACHE_SETTINGS -> doors.commands().accept("cache-settings");
            case OPEN_SERVERS -> doors.commands().accept("servers");
            case ADD_BLOCK -> doors.commands().accept("add-user");
            case NONE -> {
                // Nothing is offered.
            }
        }
    }

    private void useApi(Api api) {
        var prompt = workspace.prompt().getPrompt();
        workspace.prompt().edit(prompt.withSettings(prompt.settings().withApi(api)));
    }

    /// Why nothing was sent.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// What is offered against the problem.
    public ReadOnlyStringProperty wayOutProperty() {
        return wayOut.getReadOnlyProperty();
    }

    public String getWayOut() {
        return wayOut.get();
    }

    /// A call that waits because its server asked for it.
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public String getWaiting() {
        return waiting.get();
    }

    /// A series that has calls left.
    public ReadOnlyStringProperty unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    public String getUnfinished() {
        return unfinished.get();
    }

    /// What goes on with that series.
    public ReadOnlyStringProperty resumeProperty() {
        return resume.getReadOnlyProperty();
    }

    public String getResume() {
        return resume.get();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
