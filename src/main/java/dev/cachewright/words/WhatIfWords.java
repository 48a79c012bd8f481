package dev.cachewright.words;

import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.Economy;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.Source;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.whatif.KeepAlive;
import dev.cachewright.whatif.Load;
import dev.cachewright.whatif.Means;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Answers to what is supposed, in words, each figure with the formula and the price that it comes from.
public final class WhatIfWords {

    private static final Duration FOR_EVER = Duration.ofDays(300);

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private WhatIfWords() {
    }

    /// Dollars, or a dash where there is no price.
    public static String money(Optional<BigDecimal> dollars) {
        return dollars.map(Numbers::money).orElse(Numbers.UNKNOWN);
    }

    /// Dollars that follow from an answer, signed where its counts are estimates.
    public static String money(Answer answer, Optional<BigDecimal> dollars) {
        return dollars.map(known -> about(answer, Numbers.money(known))).orElse(Numbers.UNKNOWN);
    }

    /// Of its input, signed where its counts are estimates.
    public static String hitRate(Answer answer) {
        return answer.hitRate() == 0 ? Numbers.percent(0) : about(answer, Numbers.percent(answer.hitRate()));
    }

    private static String about(Answer answer, String figure) {
        return TokenWords.about(answer.counted().estimate().isExact(), figure);
    }

    /// Why its figures are estimates; empty where they are not.
    private static Optional<String> estimate(Answer answer) {
        return Optional.of(TokenWords.why(answer.counted().destination(), answer.counted().estimate()))
                .filter(why -> !why.isEmpty()).map(why -> "an estimate: " + why);
    }

    /// How long something is kept.
    public static String kept(Duration kept) {
        if (kept.isZero()) {
            return "not kept";
        }
        if (kept.compareTo(FOR_EVER) > 0) {
            return "until evicted";
        }
        if (kept.toMillis() % HOUR == 0) {
            return Numbers.count(kept.toHours()) + " h";
        }
        return kept.toMillis() % MINUTE == 0 ? kept.toMinutes() + " min" : Numbers.time(kept);
    }

    /// The same in a sentence, after "is kept".
    public static String keptFor(Duration kept) {
        return kept.compareTo(FOR_EVER) > 0 ? "until it is evicted" : "for " + kept(kept) + " after its last use";
    }

    /// How calls come in.
    public static String load(Load load) {
        return number(load.perMinute()) + (load.perMinute() == 1 ? " call" : " calls") + " a minute"
                + (load.isEven() ? ", at even times" : ", by chance")
                + (load.together() > 1 ? ", " + Numbers.count(load.together()) + " together" : "")
                + (load.keys() > 1 ? ", over " + Numbers.count(load.keys()) + " keys" : ", one key");
    }

    /// Where the figures come from: formulas, what a call reads and costs, and from when on it pays.
    public static List<String> why(Answer answer) {
        var lines = new ArrayList<String>();
        if (isRead(answer)) {
            lines.add(coldFormula(answer));
            lines.add(call(answer, "cold", answer.means().cold(), answer.means().coldCost()));
            lines.add(call(answer, "warm", answer.means().warm(), answer.means().warmCost()));
            lines.addAll(breakEven(answer));
            lines.add(keepAlive(KeepAlive.of(answer)));
            SharedPrefixWords.again(answer).ifPresent(lines::add);
        } else {
            SharedPrefixWords.end(answer).ifPresent(lines::add);
            lines.add(call(answer, "each", answer.means().cold(), answer.means().coldCost()));
            padding(answer).ifPresent(lines::add);
            if (answer.why() == MissReason.BELOW_THRESHOLD) {
                SharedPrefixWords.threshold(answer).ifPresent(lines::add);
            }
        }
        estimate(answer).ifPresent(lines::add);
        return lines;
    }

    private static boolean isRead(Answer answer) {
        return answer.means().warm().cached() > 0;
    }

    /// The share of warm calls; a dash where nothing is read, since there is nothing to find.
    public static String warm(Answer answer) {
        return isRead(answer) ? Numbers.percent(1 - answer.coldShare()) : Numbers.UNKNOWN;
    }

    /// Where the share of cold calls comes from.
    private static String coldFormula(Answer answer) {
        Load load = answer.question().load();
        String rate = number(load.perMinute() / load.together() / answer.caches());
        String groups = rate.equals("1") ? load.together() > 1 ? "group" : "call"
                : load.together() > 1 ? "groups" : "calls";
        if (answer.kept().isZero()) {
            return "nothing is kept: all calls are cold";
        }
        String each = rate + " " + groups + " a minute in "
                + (answer.caches() == 1 ? "one cache" : "each of " + Numbers.count(answer.caches()) + " caches")
                + ", kept " + kept(answer.kept());
        return load.isEven()
                ? "cold " + Numbers.percent(answer.coldShare()) + ": " + each + ", at even times"
                : "cold " + Numbers.percent(answer.coldShare()) + " = exp(−" + rate + " × "
                        + number(answer.kept().toSeconds() / 60.0) + "): " + each;
    }

    /// What a cold and a warm call read, write and cost, input alone.
    private static String call(Answer answer, String name, Means.Tokens tokens, Optional<BigDecimal> cost) {
        return name + " call: " + tokens(answer, tokens.cached()) + " cached, " + tokens(answer, tokens.written())
                + " written, " + tokens(answer, tokens.uncached()) + " uncached, input " + money(answer, cost);
    }

    private static String tokens(Answer answer, double count) {
        return TokenWords.brief(answer.counted().estimate().isExact(), Math.round(count));
    }

    /// Why even a warm call reads nothing, or what is supposed so that it reads; empty where the prompt reads as it is.
    public static Optional<String> remark(Answer answer) {
        return reason(answer)
                .or(() -> answer.counted().breakpoint().map(block -> "with a breakpoint after " + block));
    }

    /// Why even a warm call reads nothing, with what makes its prefix short; empty where it reads.
    public static Optional<String> nothingRead(Answer answer) {
        return reason(answer).map(reason -> SharedPrefixWords.changing(answer)
                .map(what -> Texts.format("what-if.reason-ends", reason, what)).orElse(reason));
    }

    private static Optional<String> reason(Answer answer) {
        if (isRead(answer)) {
            return Optional.empty();
        }
        return Optional.of(switch (answer.why()) {
            case BELOW_THRESHOLD -> "below the threshold of " + Numbers.count(answer.rules().threshold());
            case NO_BREAKPOINT -> "no breakpoint";
            case NO_CACHING -> "no cache";
            default -> "nothing shared";
        });
    }

    /// How much sooner the first token comes: an estimate.
    public static String firstToken(Answer answer) {
        double gain = answer.firstTokenGain();
        return gain == 0 ? "no gain" : "≈ −" + Numbers.percent(gain);
    }

    /// From when on caching pays.
    public static List<String> breakEven(Answer answer) {
        var lines = new ArrayList<String>();
        answer.breakEvenWarm().ifPresent(share -> lines.add(share <= 0
                ? "caching pays from the first hit on: writing is free"
                : "caching pays when more than " + Numbers.percent(share)
                        + " of the calls are warm = (cold − plain) ÷ (cold − warm)"));
        answer.economy().filter(economy -> economy.write() > 1).ifPresent(economy -> economy.paysFrom()
                .ifPresent(calls -> lines.add("a written prefix pays from " + Numbers.count(calls)
                        + " calls within its lifetime on: " + number(economy.write()) + " × input to write, "
                        + number(economy.read()) + " × to read")));
        return lines;
    }

    /// `1 token of padding`, `1,014 tokens of padding`.
    public static String padding(int tokens) {
        return Numbers.count(tokens) + (tokens == 1 ? " token" : " tokens") + " of padding";
    }

    /// Whether a prefix below the threshold is worth padding; not said where it never is, and text that changes is what
    /// makes it short.
    private static Optional<String> padding(Answer answer) {
        int prefix = answer.prefix();
        int threshold = answer.rules().threshold();
        return answer.economy().filter(_ -> answer.why() == MissReason.BELOW_THRESHOLD && prefix < threshold)
                .filter(economy -> SharedPrefixWords.changing(answer).isEmpty()
                        || economy.callsToPad(prefix, threshold).isPresent())
                .map(economy -> {
                    boolean isOne = threshold - prefix == 1;
                    String what = padding(threshold - prefix) + ", from " + Numbers.count(prefix)
                            + " to the threshold of " + Numbers.count(threshold) + ", ";
                    OptionalInt calls = economy.callsToPad(prefix, threshold);
                    return what + (calls.isPresent()
                            ? (isOne ? "pays" : "pay") + " from " + Numbers.count(calls.getAsInt())
                                    + " calls within the lifetime on"
                            : isOne ? "never pays" : "never pay") + ": the padded prefix costs "
                            + number(economy.write())
                            + " × input once, then " + number(economy.read()) + " ×";
                });
    }

    /// The prices that hold at that moment, with their day and source; empty where the model has none.
    public static Optional<String> prices(Answer answer, Instant at) {
        return answer.counted().destination().model().flatMap(model -> model
                .priceOn(LocalDate.ofInstant(at, ZoneOffset.UTC))
                .flatMap(price -> answer.rates().map(rates -> prices(answer, rates, price.from(), model.source()))));
    }

    private static String prices(Answer answer, Rates rates, LocalDate from, Source source) {
        return "prices of " + answer.question().model() + " a million tokens: input "
                + Numbers.price(rates.input().dollarsPerMillion()) + ", read "
                + rates.cacheRead().map(read -> Numbers.price(read.dollarsPerMillion())).orElse("as input")
                + (rates.cacheWrite().isEmpty() ? ", written as input" : ", written " + writes(rates))
                + ", output " + Numbers.price(rates.output().dollarsPerMillion())
                + (from.equals(LocalDate.MIN) ? "" : ", from " + from) + " (" + source.dated() + ")";
    }

    /// What is written costs by how long it is kept: `$2.50 for 5m (1.25 × input), $4.00 for 1h (2 × input)`.
    private static String writes(Rates rates) {
        boolean isChoice = rates.cacheWrite().size() > 1;
        return rates.cacheWrite().entrySet().stream().map(write -> Numbers.price(write.getValue().dollarsPerMillion())
                + (isChoice ? " for " + write.getKey() : "")
                + " (" + number(Economy.of(rates, write.getKey()).write()) + " × input)")
                .collect(Collectors.joining(", "));
    }

    /// Whether pings are worth it.
    private static String keepAlive(KeepAlive pings) {
        if (pings.missesSaved() < 1e-6) {
            return "keep-alive: no call is cold, so pings save nothing";
        }
        String what = "keep-alive: a ping " + kept(pings.every()) + " after the last use, "
                + number(pings.pings()) + " a day for " + money(pings.cost()) + ", saves " + number(pings.missesSaved())
                + " misses for " + money(pings.saved());
        return pings.gain().map(gain -> what + (gain.signum() > 0
                ? ": " + Numbers.money(gain) + " a day gained"
                : ": " + Numbers.money(gain.negate()) + " a day lost, leave it")).orElse(what);
    }

    /// What a way to begin a batch costs and takes.
    public static String plan(Answer answer, FanOut.Plan plan) {
        return start(plan.start()) + ": " + Numbers.count(plan.cold())
                + (plan.cold() == 1 ? " cold call, " : " cold calls, ")
                + Numbers.time(plan.takes()) + ", " + money(answer, plan.cost());
    }

    /// A way to begin a batch.
    public static String start(FanOut.Start start) {
        return switch (start) {
            case ALL_AT_ONCE -> "all at once";
            case FIRST_ALONE -> "one first, then the rest";
            case STAGED -> "one first, then at the key's limit";
        };
    }

    /// A figure without more digits than people read.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Numbers.count((long) value);
        }
        double size = Math.abs(value);
        BigDecimal shown = new BigDecimal(value).round(new MathContext(size >= 1_000 ? 5 : 3)).stripTrailingZeros();
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, shown.scale()) + "f", shown);
    }
}
