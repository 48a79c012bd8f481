package dev.cachewright.cli.watch;

import dev.cachewright.catalog.Money;
import dev.cachewright.cli.print.CallFigures;
import dev.cachewright.session.Call;
import dev.cachewright.session.Statistics;
import dev.cachewright.session.Verdict;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What the calls of a watch come to so far, without the calls themselves.
final class WatchTotals {

    /// Verdicts of calls whose request was another than those before it.
    private static final Set<Verdict> CHANGED = EnumSet.of(Verdict.PREFIX_CHANGED, Verdict.SETTING_CHANGED,
            Verdict.KEY_CHANGED);

    private long calls;
    private long answered;
    private long changed;
    private long asForecast;
    private long input;
    private long cached;
    private long priced;
    private Money cost = Money.ZERO;
    private Money uncached = Money.ZERO;

    void add(Call call) {
        Statistics one = Statistics.of(List.of(call));
        calls++;
        changed += CHANGED.contains(call.verdict()) ? 1 : 0;
        answered += one.answered();
        asForecast += one.asForecast();
        input += one.tokens().input();
        cached += one.tokens().cached();
        priced += one.costs().calls();
        cost = cost.plus(one.costs().cost());
        uncached = uncached.plus(one.costs().uncached());
    }

    boolean hasCalls() {
        return calls > 0;
    }

    /// One line for people.
    String words() {
        String rate = input == 0
                ? Texts.get("watch.no-rate")
                : Texts.format("watch.rate", Numbers.percent((double) cached / input));
        String missed = changed == 0 ? "" : Texts.format("watch.changed", changed);
        String costs = priced == 0
                ? ""
                : Texts.format("watch.costs", CallFigures.words(cost), CallFigures.words(uncached));
        return Texts.format("watch.totals", calls, rate, asForecast, answered) + missed + costs;
    }
}
