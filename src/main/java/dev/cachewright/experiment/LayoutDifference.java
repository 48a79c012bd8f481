package dev.cachewright.experiment;

import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.text.LineDifference;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How one layout stands to another by their forecasts. Positive figures say that it has more.
///
/// @param parting where its first request leaves that of the baseline, and how many tokens they begin with alike
/// @param common the same number of tokens as a figure
/// @param lines of the texts: those of the baseline are removed, those of the other are added
public record LayoutDifference(LayoutForecast baseline, LayoutForecast other, Divergence parting, TokenRange common,
        LineDifference lines) {

    /// Compares two forecasts that were made of the same rows.
    public static LayoutDifference of(LayoutForecast baseline, LayoutForecast other) {
        int shared = other.first().tokens().commonPrefix(baseline.first().tokens());
        return new LayoutDifference(baseline, other,
                Divergence.of(baseline.first().tokens(), other.first().tokens(), shared, ""),
                other.estimate().range(shared),
                LineDifference.of(baseline.layout().text(), other.layout().text()));
    }

    /// Tokens that its first request is longer.
    public int tokens() {
        return other.tokens().tokens() - baseline.tokens().tokens();
    }

    /// Tokens that its static prefix is longer.
    public int prefix() {
        return other.prefix().tokens() - baseline.prefix().tokens();
    }

    /// Tokens that it reads more; empty where either is not known.
    public OptionalLong cached() {
        return other.cached().isPresent() && baseline.cached().isPresent()
                ? OptionalLong.of(other.cached().getAsLong() - baseline.cached().getAsLong())
                : OptionalLong.empty();
    }

    /// By how much its hit rate is higher, from −1 to 1; empty where either is not known.
    public OptionalDouble hitRate() {
        return other.hitRate().isPresent() && baseline.hitRate().isPresent()
                ? OptionalDouble.of(other.hitRate().getAsDouble() - baseline.hitRate().getAsDouble())
                : OptionalDouble.empty();
    }

    /// What it costs more; empty where either has no price.
    public Optional<Money> cost() {
        return other.cost().flatMap(money -> baseline.cost().map(money::minus));
    }

    /// Whether all figures are known to be the server's own.
    public boolean isExact() {
        return baseline.tokens().isExact() && other.tokens().isExact();
    }
}
