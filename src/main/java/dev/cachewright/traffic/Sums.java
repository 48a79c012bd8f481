package dev.cachewright.traffic;

import dev.cachewright.catalog.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The sums over some calls of a log; changed by each call.
public final class Sums {

    private final Map<WasteCause, Waste> causes = new EnumMap<>(WasteCause.class);
    private long calls;
    private OptionalLong input = OptionalLong.empty();
    private long known;
    private OptionalLong cached = OptionalLong.empty();
    private long reported;
    private long judged;
    private long judgedCalls;
    private long judgedCached;
    private long reachable;
    private long modelled;
    private long modelledReachable;
    private OptionalLong output = OptionalLong.empty();
    private long unpriced;
    private Money cost = Money.ZERO;

    void add(TrafficRecord call, Judgement judgement, Optional<Money> paid) {
        calls++;
        input = plus(input, call.usage().input());
        output = plus(output, call.usage().output());
        long size = call.usage().input().orElse(0);
        if (judgement.isReported() && size > 0) {
            known += size;
            reported++;
            cached = plus(cached, judgement.cached());
        }
        long all = call.usage().ofRequest().input().orElseGet(() -> call.shape().map(shape -> shape.tokens().total())
                .orElse(0));
        judgement.reachable().ifPresent(most -> {
            if (judgement.isReported() && size > 0) {
                judged += all;
                judgedCalls++;
                judgedCached += Math.min(judgement.cached().orElse(0), all);
                reachable += Math.min(most, all);
            } else if (!judgement.isReported()) {
                modelled += all;
                modelledReachable += Math.min(most, all);
            }
        });
        paid.ifPresentOrElse(money -> cost = cost.plus(money), () -> unpriced++);
        judgement.losses().forEach(this::add);
    }

    private static OptionalLong plus(OptionalLong sum, OptionalLong more) {
        return more.isPresent() ? OptionalLong.of(sum.orElse(0) + more.getAsLong()) : sum;
    }

    /// A loss of a call that was added before.
    void add(Loss loss) {
        causes.computeIfAbsent(loss.cause(), Waste::new).add(loss);
    }

    public long calls() {
        return calls;
    }

    /// Input tokens as servers reported them; empty where none did.
    public OptionalLong input() {
        return input;
    }

    /// Output tokens as servers reported them; empty where none did.
    public OptionalLong output() {
        return output;
    }

    /// Tokens read from caches, as servers reported them; empty where none did.
    public OptionalLong cached() {
        return cached;
    }

    /// The calls that hit rate and reachable are of, so that the two can be compared: those whose request is known and
    /// whose server said what it read; where none is both, those whose server said so.
    ///
    /// @param input tokens of these calls
    /// @param cached of these, read from the cache
    public record Basis(long calls, long input, long cached) {
    }

    /// What hit rate and reachable are of; no calls where no server said what it read.
    public Basis basis() {
        return judged > 0 ? new Basis(judgedCalls, judged, judgedCached)
                : new Basis(reported, known, cached.orElse(0));
    }

    /// Of the input of the calls of the basis, how much was read from the cache; empty where there are none.
    public OptionalDouble hitRate() {
        Basis of = basis();
        return of.input() == 0 ? OptionalDouble.empty() : OptionalDouble.of(of.cached() / (double) of.input());
    }

    /// Of the same input, how much the best layout would have read at the same times; where no server said what it read,
    /// of that of all calls whose requests are known; empty where those that are known are other calls.
    public OptionalDouble reachable() {
        if (judged > 0) {
            return OptionalDouble.of(reachable / (double) judged);
        }
        return modelled == 0 || known > 0 ? OptionalDouble.empty()
                : OptionalDouble.of(modelledReachable / (double) modelled);
    }

    /// What the calls cost that have a price; empty where none has.
    public Optional<Money> cost() {
        return unpriced == calls ? Optional.empty() : Optional.of(cost);
    }

    /// Calls whose cost is not known.
    public long unpriced() {
        return unpriced;
    }

    /// What was lost by each cause, what cost most first.
    public List<Waste> causes() {
        return causes.values().stream().sorted(Waste.DEAREST).toList();
    }

    /// What another layout would have saved at the same times, or the server owed; empty where nothing has a price, or no
    /// request is known.
    public Optional<Money> waste() {
        return cost().filter(_ -> reachable().isPresent())
                .map(_ -> causes.values().stream().filter(sum -> sum.cause().isBetween())
                        .flatMap(sum -> sum.cost().stream()).reduce(Money.ZERO, Money::plus));
    }
}
