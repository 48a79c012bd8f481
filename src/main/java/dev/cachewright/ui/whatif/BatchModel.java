package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.WhatIfWords;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// Ways to begin a batch of the same calls with a cold cache.
final class BatchModel {

    /// To begin with.
    static final int CALLS = 100;
    static final int PARALLEL = 10;

    private final IntegerProperty calls = new SimpleIntegerProperty(this, "calls", CALLS);
    private final IntegerProperty parallel = new SimpleIntegerProperty(this, "parallel", PARALLEL);
    private final ReadOnlyObjectWrapper<List<String>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Answer> answer = Optional.empty();

    BatchModel() {
        calls.subscribe((_, _) -> compute());
        parallel.subscribe((_, _) -> compute());
    }

    /// Begins it where calls are as in that answer; empty where there is none.
    void ask(Optional<Answer> next) {
        answer = next;
        compute();
    }

    private void compute() {
        lines.set(answer.map(now -> new FanOut(calls.get(), parallel.get(), FanOut.FIRST_TOKEN, FanOut.WHOLE)
                .plans(now).stream().map(plan -> Sentence.capital(WhatIfWords.plan(now, plan))).toList())
                .orElse(List.of()));
    }

    IntegerProperty callsProperty() {
        return calls;
    }

    /// How many calls are on their way at most.
    IntegerProperty parallelProperty() {
        return parallel;
    }

    /// A way on each, that which costs least first; empty while nothing is answered.
    ReadOnlyObjectProperty<List<String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
