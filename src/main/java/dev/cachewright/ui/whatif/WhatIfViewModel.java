package dev.cachewright.ui.whatif;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.whatif.Question;
import dev.cachewright.whatif.WhatIf;
import dev.cachewright.words.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What calls of the open prompt cost where something is otherwise: asked in the background while the tab is in view.
public final class WhatIfViewModel implements AutoCloseable {

    private final Workspace workspace;
    private final Consumer<Runnable> delay;
    private final Latest answering;
    private final Supposed supposed = new Supposed();
    private final Shown shown;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyObjectWrapper<Optional<Obstacle>> obstacle = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> lifetimes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(true);
    private final Subscriptions subscriptions = new Subscriptions();
    private Optional<Counted> counted = Optional.empty();

    /// @param delay does the last of the actions that it is given in quick succession
    public WhatIfViewModel(Workspace workspace, Background background, Consumer<Runnable> delay) {
        this.workspace = workspace;
        this.delay = delay;
        this.answering = new Latest(background);
        this.shown = new Shown(background, supposed.curveProperty());
        subscriptions.add(workspace.prompt().draftProperty().subscribe((_, _) -> promptChanged()));
        subscriptions.add(workspace.prompt().openingsProperty().subscribe((_, _) -> clear()));
        subscriptions.add(workspace.counts().outcomeProperty().subscribe((_, _) -> drop()));
        subscriptions.add(watched.subscribe((_, _) -> renew()));
        subscriptions.add(supposed.subscribe(this::ask));
    }

    /// Another row or comparison changes nothing here.
    private void promptChanged() {
        boolean isSame = isCurrent();
        outdated.set(!isSame);
        if (!isSame && watched.get()) {
            delay.accept(this::renew);
        }
    }

    private boolean isCurrent() {
        return counted.filter(now -> now.isOf(workspace.prompt().getPrompt(), workspace.prompt().getValues()))
                .isPresent();
    }

    /// What was counted may have another count now.
    private void drop() {
        counted = Optional.empty();
        promptChanged();
    }

    private void clear() {
        forget();
        promptChanged();
    }

    private void forget() {
        answering.cancel();
        shown.clear();
        counted = Optional.empty();
        problem.set("");
        note.set("");
    }

    private void renew() {
        if (!watched.get() || isCurrent()) {
            return;
        }
        Prompt prompt = workspace.prompt().getPrompt();
        Optional<Obstacle> found = Obstacle.of(prompt);
        if (found.isPresent()) {
            forget();
            obstacle.set(found);
            return;
        }
        Values values = workspace.prompt().getValues();
        Instant now = workspace.now();
        counted = Optional.of(new Counted(prompt, values, now,
                new WhatIf(workspace.analyst(), prompt, values, now)));
        ask();
    }

    private void ask() {
        counted.filter(_ -> watched.get()).ifPresent(of -> {
            Question question = supposed.question(of.prompt().settings().model());
            answering.submit(() -> Reply.of(of.whatIf(), question, of.at()), this::show,
                    this::fail);
        });
    }

    private void show(Reply reply) {
        outdated.set(!isCurrent());
        problem.set("");
        note.set(WhatIfNotes.of(reply, workspace));
        lifetimes.set(reply.lifetimes());
        obstacle.set(reply.answer().isPresent()
                ? Optional.empty()
                : Optional.of(Obstacle.noRules(reply.question().model(), workspace.analysis().ownFile())));
        shown.show(reply);
        supposed.lifetimeProperty().set(reply.question().lifetime());
    }

    private void fail(Throwable failure) {
        outdated.set(true);
        problem.set(Texts.format("what-if.problem", Unexpected.words(failure, InputException.class)));
    }

    /// Whether the figures are kept up to date: while the tab is in view.
    public BooleanProperty watchedProperty() {
        return watched;
    }

    Supposed supposed() {
        return supposed;
    }

    Shown shown() {
        return shown;
    }

    public WhatIfFigures getFigures() {
        return shown.figures();
    }

    /// Why nothing can be answered; empty where it can.
    ReadOnlyObjectProperty<Optional<Obstacle>> obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /// The lifetimes that can be chosen; empty where there is no choice.
    ReadOnlyObjectProperty<List<String>> lifetimesProperty() {
        return lifetimes.getReadOnlyProperty();
    }

    /// Why the figures are not those of the prompt as it is; empty where they are.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// What has to be known beside the figures; empty where there is nothing.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public String getNote() {
        return note.get();
    }

    /// Whether the figures are those of an older prompt.
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
        forget();
        shown.close();
    }
}
