package dev.cachewright.words;

import dev.cachewright.catalog.Money;
import dev.cachewright.session.CostSums;
import dev.cachewright.session.FirstTokens;
import dev.cachewright.session.Shift;
import dev.cachewright.session.Statistics;
import dev.cachewright.session.TokenSums;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// All figures of some calls, in words: for tables, reports and comparisons.
public final class StatisticsWords {

    private static final String NONE = Numbers.UNKNOWN;

    private StatisticsWords() {
    }

    /// A figure with what it is.
    public record Line(String label, String value) {
    }

    /// The figures in the order in which they are read; each is there, a dash where it is not known.
    public static List<Line> lines(Statistics statistics) {
        TokenSums tokens = statistics.tokens();
        CostSums costs = statistics.costs();
        boolean isPriced = costs.calls() > 0;
        return List.of(line("calls", Numbers.count(statistics.answered())),
                line("hit-rate", tokens.hitRate().isEmpty() ? NONE
                        : Texts.format("statistics.of-reporting", Numbers.percent(tokens.hitRate().getAsDouble()),
                                tokens.calls())),
                line("cached", tokens.calls() == 0 ? NONE : Numbers.count(tokens.cached())),
                line("written", tokens.written().isEmpty() ? NONE : Numbers.count(tokens.written().getAsLong())),
                line("uncached", tokens.calls() == 0 ? NONE : Numbers.count(tokens.uncached())),
                line("cost", isPriced ? money(costs.cost()) : NONE),
                line("cost-a-call", isPriced ? money(costs.cost().dividedBy(costs.calls())) : NONE),
                line("cost-uncached", isPriced ? money(costs.uncached()) : NONE),
                line("cost-perfect", Numbers.money(costs.perfect())),
                line("saved", isPriced ? money(costs.saved()) : NONE),
                line("warm", times(statistics.warm())), line("cold", times(statistics.cold())),
                line("gain", statistics.gain().map(StatisticsWords::shift).orElse(NONE)),
                line("control", times(statistics.control())),
                line("forecast-met", statistics.answered() == 0 ? NONE
                        : Texts.format("statistics.of-calls", statistics.asForecast(), statistics.answered(),
                                Numbers.percent((double) statistics.asForecast() / statistics.answered()))));
    }

    /// By how much the warm calls of one side are slower to their first token than those of another, in a sentence; empty
    /// where too few calls are known.
    public static Optional<String> compared(Statistics first, Statistics second) {
        return Shift.of(second.warm(), first.warm()).map(shift -> {
            boolean isClear = shift.low().isPositive() || shift.high().isNegative();
            String key = !isClear ? "statistics.no-difference"
                    : shift.difference().isNegative() ? "statistics.earlier" : "statistics.later";
            return Texts.format(key, millis(shift.difference().abs()), interval(shift));
        });
    }

    private static Line line(String key, String value) {
        return new Line(Texts.get("statistics." + key), value);
    }

    private static String money(Money money) {
        return Numbers.money(money.dollars());
    }

    private static String times(FirstTokens times) {
        return times.median().map(median -> Texts.format("statistics.times", millis(median),
                millis(times.p95().orElseThrow()), times.calls())).orElse(NONE);
    }

    private static String shift(Shift shift) {
        return Texts.format("statistics.shift", millis(shift.difference()), interval(shift));
    }

    private static String interval(Shift shift) {
        return Texts.format("statistics.interval", signed(shift.low()), signed(shift.high()));
    }

    private static String signed(Duration time) {
        return time.isNegative() ? "−" + millis(time.abs()) : millis(time);
    }

    private static String millis(Duration time) {
        return time.isNegative() ? signed(time) : Numbers.duration(time.toMillis());
    }
}
