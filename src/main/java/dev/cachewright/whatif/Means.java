package dev.cachewright.whatif;

import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a call reads, writes and costs on average over the rows: its input alone.
///
/// @param cold tokens of a call that finds nothing
/// @param warm tokens of a call that finds what an earlier one stored
/// @param coldCost in dollars; empty, like the other costs, where the model has no price
/// @param plainCost in dollars where there is no cache
public record Means(Tokens cold, Tokens warm, Optional<BigDecimal> coldCost, Optional<BigDecimal> warmCost,
        Optional<BigDecimal> plainCost) {

    /// A row, cold and warm.
    record Pair(InputSplit cold, InputSplit warm) {
    }

    static Means of(List<Pair> rows, Function<InputSplit, Optional<Money>> price) {
        List<InputSplit> cold = rows.stream().map(Pair::cold).toList();
        List<InputSplit> warm = rows.stream().map(Pair::warm).toList();
        return new Means(Tokens.of(cold), Tokens.of(warm), cost(cold, price), cost(warm, price),
                cost(cold.stream().map(split -> InputSplit.uncached(split.input())).toList(), price));
    }

    private static Optional<BigDecimal> cost(List<InputSplit> splits, Function<InputSplit, Optional<Money>> price) {
        return splits.stream().map(price).reduce(Optional.of(Money.ZERO),
                (sum, cost) -> sum.flatMap(money -> cost.map(money::plus)))
                .map(sum -> sum.dollars().divide(BigDecimal.valueOf(splits.size()), MathContext.DECIMAL64));
    }

    /// Average tokens of a call.
    ///
    /// @param longWritten what of those that are written is kept for the longer of the vendor's lifetimes
    public record Tokens(double cached, double written, double uncached, double longWritten) {

        static Tokens of(List<InputSplit> splits) {
            return new Tokens(splits.stream().mapToLong(InputSplit::cached).average().orElse(0),
                    splits.stream().mapToLong(InputSplit::written).average().orElse(0),
                    splits.stream().mapToLong(InputSplit::uncached).average().orElse(0),
                    splits.stream().mapToLong(InputSplit::longWritten).average().orElse(0));
        }

        public double input() {
            return cached + written + uncached;
        }

        /// These where so large a share of calls is like `other`.
        Tokens mixed(Tokens other, double share) {
            return new Tokens(between(cached, other.cached, share), between(written, other.written, share),
                    between(uncached, other.uncached, share),
                    between(longWritten, other.longWritten, share));
        }

        private static double between(double one, double other, double share) {
            return one + (other - one) * share;
        }
    }
}
