package dev.cachewright.ui.why;

import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Spot;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhyWords;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// Two requests and why they part, explained in the background while they are looked at.
public final class WhyViewModel implements AutoCloseable {

    private final PromptBlocks blocks;
    private final Latest work;
    private final List<Toggle> toggles = Arrays.stream(Normalising.values()).map(Toggle::new).toList();
    private final BooleanProperty withIds = new SimpleBooleanProperty(this, "withIds");
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper tokens = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reachable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final Subscriptions subscriptions = new Subscriptions();

    public WhyViewModel(Background background, PromptBlocks blocks) {
        this.blocks = blocks;
        this.work = new Latest(background);
        toggles.forEach(toggle -> subscriptions.add(toggle.onProperty().subscribe((before, now) -> explain())));
        subscriptions.add(chosen.subscribe((before, now) -> explain()));
        subscriptions.add(watched.subscribe((before, now) -> explain()));
        subscriptions.add(withIds.subscribe((before, now) -> showTokens()));
    }

    /// Whether there is nothing to compare.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    /// Compares another request, with the one that is chosen for it at first.
    public void ask(Question asked) {
        question.set(Optional.of(asked));
        empty.set(asked.others().isEmpty());
        if (chosen.get() == asked.chosen()) {
            explain();
        } else {
            chosen.set(asked.chosen());
        }
    }

    /// There is no request to compare.
    public void clear() {
        question.set(Optional.empty());
        empty.set(true);
        chosen.set(-1);
        explain();
    }

    private void explain() {
        Optional<Sent> other = other();
        if (!watched.get() || other.isEmpty()) {
            work.cancel();
            show(Optional.empty());
            return;
        }
        Question asked = question.get().orElseThrow();
        Set<Normalising> ignored = toggles.stream().filter(toggle -> toggle.onProperty().get()).map(Toggle::form)
                .collect(Collectors.toUnmodifiableSet());
        UnaryOperator<String> names = blocks.names();
        work.submit(() -> Answer.of(asked, other.get(), ignored, names), found -> show(Optional.of(found)),
                this::fail);
    }

    private Optional<Sent> other() {
        return question.get().map(Question::others).filter(others -> chosen.get() >= 0 && chosen.get() < others.size())
                .map(others -> others.get(chosen.get()));
    }

    private void show(Optional<Answer> found) {
        problem.set("");
        answer.set(found);
        showTokens();
        Optional<Explanation> explanation = found.map(Answer::explanation);
        toggles.forEach(toggle -> toggle.setEffect(explanation.flatMap(all -> WhyWords.effect(all, toggle.form()))
                .orElse("")));
        reachable.set(place().isPresent());
    }

    private void fail(Throwable failure) {
        show(Optional.empty());
        problem.set(Texts.format("why.problem", Unexpected.words(failure, InputException.class, IOException.class)));
    }

    private void showTokens() {
        tokens.set(answer.get().map(found -> found.tokens(withIds.get())).orElse(""));
    }

    private Optional<Spot.At> place() {
        return answer.get().map(found -> found.explanation().later().at()).filter(at -> blocks.has(at.block()));
    }

    /// Goes to the place in the editor where the later request leaves the earlier one.
    void showInEditor() {
        place().ifPresent(at -> blocks.show(at.block(), at.offset()));
    }

    /// Whether it is looked at; nothing is explained while it is not.
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /// The number of the request that it is compared with.
    IntegerProperty chosenProperty() {
        return chosen;
    }

    List<Toggle> toggles() {
        return toggles;
    }

    BooleanProperty withIdsProperty() {
        return withIds;
    }

    ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// The tokens in which the two differ, with their ids where these are asked for.
    public ReadOnlyStringProperty tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    public String getTokens() {
        return tokens.get();
    }

    /// Why the two cannot be explained; empty where they can.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// Whether the place is in a block that is still in the editor.
    public ReadOnlyBooleanProperty reachableProperty() {
        return reachable.getReadOnlyProperty();
    }

    public boolean isReachable() {
        return reachable.get();
    }

    @Override
    public void close() {
        subscriptions.close();
        work.cancel();
    }
}
