package dev.cachewright.ui.forecast;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.catalog.Money;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long the cache stays warm for the next call, and what that call costs once it has gone cold.
///
/// @param sure until then what the call reads is there
/// @param expected until then it is assumed to be there
/// @param more what a cold call costs more than a warm one; empty where the model has no price
record Warmth(Instant sure, Instant expected, Optional<Money> more) {

    /// Servers that keep what they have room for have no time to count down.
    private static final Duration LONGEST = Duration.ofDays(30);

    /// Empty where the next call reads nothing, or what it reads is kept for good.
    static Optional<Warmth> of(Outlook outlook) {
        CallForecast next = outlook.next();
        Optional<Money> more = outlook.coldCost().flatMap(cold -> next.cost().map(cold::minus))
                .filter(difference -> difference.compareTo(Money.ZERO) > 0);
        return next.certainty().age().filter(age -> next.split().cached() > 0)
                .filter(age -> age.expected().compareTo(LONGEST) < 0)
                .map(age -> new Warmth(outlook.at().minus(age.idle()).plus(age.sure()),
                        outlook.at().minus(age.idle()).plus(age.expected()), more));
    }

    /// What is said at this moment.
    String words(Instant now) {
        Duration left = Duration.between(now, sure);
        Duration most = Duration.between(now, expected);
        String price = more.map(difference -> Texts.format("forecast-strip.warm-price", Numbers.money(
                difference.dollars()))).orElseGet(() -> Texts.get("forecast-strip.warm-anew"));
        if (!most.isPositive()) {
            return Texts.format("forecast-strip.gone-cold", price);
        }
        if (!left.isPositive()) {
            return Texts.format("forecast-strip.perhaps-warm", Numbers.clock(most), price);
        }
        return sure.equals(expected)
                ? Texts.format("forecast-strip.warm", Numbers.clock(left), price)
                : Texts.format("forecast-strip.warm-perhaps", Numbers.clock(left), Numbers.clock(most), price);
    }
}
