package dev.cachewright.cli.watch;

import dev.cachewright.catalog.Money;
import dev.cachewright.cli.print.CallFigures;
import dev.cachewright.session.Call;
import dev.cachewright.session.Statistics;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;

/// What the calls of a watch come to so far, without the calls themselves.
final class WatchTotals {

    private long calls;
    private long answered;
    private long asForecast;
    private long input;
    private long cached;
    private long priced;
    private Money cost = Money.ZERO;
    private Money uncached = Money.ZERO;

    void add(Call call) {
        Statistics one = Statistics.of(List.of(call));
        calls++;
        answered += one.answered();
        asForecast += one.asForecast();
        input += one.tokens().input();
        cached += one.tokens().cached();
        priced += one.costs().calls();
        cost = cost.plus(one.costs().cost());
        uncached = uncached.plus(one.costs().uncached());
    }

    /// One line for people.
    String words() {
        String rate = input == 0
                ? Texts.get("watch.no-rate")
                : Texts.format("watch.rate", Numbers.percent((double) cached / input));
        String costs = priced == 0
                ? ""
                : Texts.format("watch.costs", CallFigures.words(cost), CallFigures.words(uncached));
        return Texts.format("watch.totals", calls, rate, asForecast, answered) + costs;
    }
}
