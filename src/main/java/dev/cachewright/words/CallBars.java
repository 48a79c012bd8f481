package dev.cachewright.words;

import dev.cachewright.cache.MissReason;
import dev.cachewright.chart.CallBar;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// Calls as the chart draws them.
public final class CallBars {

    private CallBars() {
    }

    /// @param change what is new with this call; empty where nothing is but, perhaps, its cache key
    public static CallBar of(Call call, String change) {
        Usage usage = call.measurement().usage();
        var tokens = new CallBar.Tokens(call.input(), usage.cached().orElse(-1), usage.written().orElse(0),
                call.forecast().isKnown() ? call.forecast().split().cached() : -1);
        return new CallBar(call.number(), tokens, outcome(call), figures(call), change(call, change));
    }

    /// What is new with a call: what is said already, else its cache key where the rules saw another one.
    public static String change(Call call, String change) {
        boolean isOfKey = change.isEmpty() && call.forecast().reason() == MissReason.KEY_CHANGED;
        return isOfKey ? Texts.get("verdict.key-changed") : change;
    }

    private static CallBar.Outcome outcome(Call call) {
        if (call.verdict() == Verdict.FAILED) {
            return CallBar.Outcome.FAILED;
        }
        if (!call.target().isPlain()) {
            return CallBar.Outcome.CONTROL;
        }
        return call.isUnexpectedMiss() ? CallBar.Outcome.MISSED : CallBar.Outcome.PLAIN;
    }

    private static CallBar.Figures figures(Call call) {
        Optional<Duration> first = call.measurement().timing().firstToken();
        return new CallBar.Figures(first.map(time -> time.toNanos() / 1e6).orElse(Double.NaN),
                call.bill().cost().map(cost -> cost.dollars()).map(BigDecimal::doubleValue).orElse(Double.NaN));
    }
}
