package dev.cachewright.ui.layouts;

import dev.cachewright.catalog.Money;
import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.words.CompareWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;
import java.util.Optional;
import java.util.function.Function;

/// A layout as the table shows it; what is not known is a dash, and what is estimated signed.
///
/// @param variant empty for the open prompt
/// @param first the forecast of the open prompt, which the others are compared with
record LayoutRow(Optional<Variant> variant, Forecasted of, Optional<LayoutForecast> first) {

    String name() {
        return of.layout().name();
    }

    String tokens() {
        return known(each -> TokenWords.brief(each.tokens()));
    }

    String prefix() {
        return known(each -> TokenWords.brief(each.prefix()));
    }

    String hitRate() {
        return known(each -> each.hitRate().isPresent()
                ? TokenWords.about(each.tokens().isExact(), Numbers.percent(each.hitRate()))
                : Numbers.UNKNOWN);
    }

    String cost() {
        return known(each -> each.cost().map(Money::dollars).map(Numbers::money)
                .map(words -> TokenWords.about(each.tokens().isExact(), words)).orElse(Numbers.UNKNOWN));
    }

    /// What it costs more than the first; empty for the first itself.
    String difference() {
        return variant.isEmpty() ? "" : known(each -> first.map(other -> difference(each, other))
                .orElse(Numbers.UNKNOWN));
    }

    private static String difference(LayoutForecast each, LayoutForecast first) {
        boolean isExact = each.tokens().isExact() && first.tokens().isExact()
                || each.layout().prompt().equals(first.layout().prompt());
        return each.cost().flatMap(cost -> first.cost().map(cost::minus)).map(Money::dollars)
                .map(CompareWords::dollars).map(words -> TokenWords.about(isExact, words)).orElse(Numbers.UNKNOWN);
    }

    private String known(Function<LayoutForecast, String> words) {
        return of.forecast().map(words).orElse(Numbers.UNKNOWN);
    }
}
