package dev.cachewright.traffic;

import dev.cachewright.catalog.Money;
import java.util.Comparator;
import java.util.Optional;

/// What was lost by one cause; changed by each call.
public final class Waste {

    static final Comparator<Waste> DEAREST = Comparator
            .comparing((Waste sum) -> sum.cost().orElse(Money.ZERO)).thenComparing(Waste::tokens).reversed()
            .thenComparing(Waste::cause);

    private final WasteCause cause;
    private long calls;
    private long tokens;
    private Optional<Money> cost = Optional.empty();
    private Optional<Loss> worst = Optional.empty();

    Waste(WasteCause cause) {
        this.cause = cause;
    }

    void add(Loss loss) {
        calls++;
        tokens += loss.tokens();
        cost = loss.cost().map(more -> cost.orElse(Money.ZERO).plus(more)).or(() -> cost);
        boolean isBetter = worst.isEmpty() || worst.get().example().bodies().isEmpty()
                && loss.example().bodies().isPresent();
        if (isBetter) {
            worst = Optional.of(loss);
        }
    }

    public WasteCause cause() {
        return cause;
    }

    public long calls() {
        return calls;
    }

    /// Tokens that were processed again.
    public long tokens() {
        return tokens;
    }

    /// What was paid more for them; empty where no price is known.
    public Optional<Money> cost() {
        return cost;
    }

    /// A call that lost by it, beside the one that it could have read from.
    public Example example() {
        return worst.orElseThrow().example();
    }
}
