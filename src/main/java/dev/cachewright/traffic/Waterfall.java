package dev.cachewright.traffic;

import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
import dev.cachewright.session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What one cause after the other took away from what a call could have read.
final class Waterfall {

    /// Less than a step of a cache, or than this share of the input, is no loss to look for.
    private static final int STEP = 128;
    private static final double LITTLE = 0.03;

    private final TrafficRecord call;
    private final Optional<Rates> rates;
    private final long cached;
    private final long little;
    private final List<Loss> losses = new ArrayList<>();

    /// @param cached what the call did read: nothing up to there was lost
    /// @param input of the call
    Waterfall(TrafficRecord call, Optional<Rates> rates, long cached, long input) {
        this.call = call;
        this.cached = cached;
        this.little = Math.max(STEP, (long) (LITTLE * input));
        this.rates = rates;
    }

    /// A cause that leaves `to` tokens of `from`.
    void fall(long from, long to, WasteCause cause, Optional<Recent> earlier) {
        fall(from, to, cause, () -> example(earlier));
    }

    /// What a change took away from what an earlier call had.
    void fall(long from, long to, Changes changes, Recent earlier) {
        fall(from, to, changes.cause(), () -> example(earlier, changes));
    }

    /// The same beside a call whose request is not known.
    void fall(long from, long to, WasteCause cause, TrafficRecord.Place earlier) {
        fall(from, to, cause, () -> beside(earlier));
    }

    private void fall(long from, long to, WasteCause cause, Supplier<Example> example) {
        long tokens = from - Math.max(to, cached);
        if (tokens > little) {
            lose(tokens, cause, example.get());
        }
    }

    /// Tokens that were lost, however few.
    void lose(long tokens, WasteCause cause, Optional<Recent> earlier) {
        lose(tokens, cause, example(earlier));
    }

    private void lose(long tokens, WasteCause cause, Example example) {
        losses.add(new Loss(cause, tokens, rates.map(known -> cost(known, tokens)), example));
    }

    /// What the tokens cost more than read from the cache: written ones first, they are the dearest.
    private Money cost(Rates known, long tokens) {
        Usage usage = call.usage().ofRequest();
        long written = Math.min(tokens, usage.written().orElse(0));
        long isLong = Math.min(written, usage.longWritten().orElse(0));
        return known.ofInput(new InputSplit(0, written, tokens - written, isLong))
                .minus(known.ofInput(new InputSplit(tokens, 0, 0)));
    }

    private Example example(Optional<Recent> earlier) {
        return earlier.map(before -> example(before, new Changes(before.shape(), call.shape().orElseThrow())))
                .orElseGet(() -> beside(call.place()));
    }

    private Example example(Recent before, Changes changes) {
        Optional<Example.Bodies> bodies = before.call().body()
                .flatMap(first -> call.body().map(second -> new Example.Bodies(first, second)));
        return new Example(call.route().model(), before.call().place(), call.place(), changes.path(),
                changes.shared(), bodies);
    }

    private Example beside(TrafficRecord.Place earlier) {
        return new Example(call.route().model(), earlier, call.place(), "", 0, Optional.empty());
    }

    List<Loss> losses() {
        return losses;
    }
}
