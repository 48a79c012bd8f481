package dev.cachewright.gate;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.catalog.Money;
import dev.cachewright.words.Numbers;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what an edit does to a prompt's caching.
final class Comparison {

    /// Below this difference nothing is said to be more or fewer.
    private static final double NOISE = 0.0005;

    private Comparison() {
    }

    /// @param name of the version before
    static Change of(Check.Version before, Check.Version now, String name) {
        Set<String> keys = before.findings().stream().map(Finding::key).collect(Collectors.toUnmodifiableSet());
        int cold = cold(before.measured().analysis(), now.measured().analysis());
        Figures then = before.measured().figures();
        boolean isSame = cold == 0 && then.equals(now.measured().figures())
                && before.measured().subject().prompt().equals(now.measured().subject().prompt());
        String words = isSame
                ? "Nothing that is sent has changed since " + name
                : "Since " + name + ", this edit makes " + Numbers.count(cold) + (cold == 1 ? " token" : " tokens")
                        + " cold once, and " + afterwards(then, now.measured().figures());
        return new Change(words, Optional.of(new Change.Effect(cold, then)), keys);
    }

    /// Tokens of the old static prefix that the new version does not begin with.
    private static int cold(Analysis before, Analysis now) {
        if (!before.destination().modelId().equals(now.destination().modelId())) {
            return before.prefix().tokens();
        }
        int shared = now.counted().tokens().commonPrefix(before.counted().tokens());
        return Math.max(0, before.prefix().tokens() - shared);
    }

    private static String afterwards(Figures before, Figures now) {
        return colder(before.hitRate(), now.hitRate()) + " afterwards: " + pair("hit rate", rate(before.hitRate()),
                rate(now.hitRate())) + ", " + pair("a call", money(before.costPerCall()), money(now.costPerCall()));
    }

    /// By how much of the input fewer or more is read from the cache in all later calls.
    private static String colder(OptionalDouble before, OptionalDouble now) {
        if (before.isEmpty() || now.isEmpty()) {
            return "an unknown share more";
        }
        double more = before.getAsDouble() - now.getAsDouble();
        String share = Math.abs(more) < NOISE ? "0 %" : Numbers.percent(Math.abs(more)).replace("%", " %");
        return share + (more < -NOISE ? " fewer" : " more");
    }

    private static String pair(String what, String before, String now) {
        return before.equals(now) ? what + " " + now + " as before" : what + " " + now + " after " + before;
    }

    private static String rate(OptionalDouble rate) {
        return Numbers.percent(rate);
    }

    private static String money(Optional<Money> cost) {
        return Numbers.money(cost);
    }
}
