package dev.cachewright.ui.session;

import dev.cachewright.cache.MissReason;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.Tone;
import dev.cachewright.ui.kit.chart.CallBar;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.VerdictWords;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// A call as the table, the chart and the callout below them show it.
final class CallWords {

    private final DateTimeFormatter time;
    private final VerdictWords verdicts;

    /// @param blockName the name that people see for a block id
    CallWords(ZoneId zone, UnaryOperator<String> blockName) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(zone);
        this.verdicts = new VerdictWords(blockName);
    }

    CallRow row(Call call) {
        Usage usage = call.measurement().usage();
        var timing = call.measurement().timing();
        return new CallRow(call.number(), time.format(timing.at()), input(call),
                Numbers.count(usage.cached()), Numbers.count(usage.written()), forecast(call),
                timing.firstToken().map(Duration::toMillis).map(Numbers::duration).orElse(FigureText.NONE),
                call.bill().cost().map(cost -> Numbers.money(cost.dollars())).orElse(FigureText.NONE),
                verdicts.of(call),
                tone(call));
    }

    /// As reported, or with the sign of an estimate as counted here; the column is narrow.
    private static String input(Call call) {
        String tokens = Numbers.count(call.input());
        return call.measurement().usage().input().isPresent() ? tokens : Texts.format("estimate.tight", tokens);
    }

    private static String forecast(Call call) {
        if (!hasForecast(call)) {
            return FigureText.NONE;
        }
        String cached = Numbers.count(call.forecast().split().cached());
        return TokenWords.about(call.forecast().certainty().band().isExact(), cached);
    }

    CallBar bar(Call call) {
        Usage usage = call.measurement().usage();
        boolean failed = call.verdict() == Verdict.FAILED;
        return new CallBar(call.number(), call.input(), usage.cached().orElse(-1), usage.written().orElse(0),
                hasForecast(call) ? call.forecast().split().cached() : -1, call.verdict().isMiss(), failed,
                verdicts.bar(call));
    }

    String summary(Call call) {
        return verdicts.summary(call);
    }

    Tone calloutTone(Call call) {
        return switch (tone(call)) {
            case BAD -> Tone.BAD;
            case GOOD -> Tone.PLAIN;
            case PLAIN, ADVICE -> Tone.ADVICE;
        };
    }

    private static Tone tone(Call call) {
        if (call.verdict().isMiss() || call.verdict() == Verdict.FAILED) {
            return Tone.BAD;
        }
        boolean isHit = call.measurement().usage().cached().orElse(0) > 0;
        return isHit ? Tone.GOOD : Tone.PLAIN;
    }

    private static boolean hasForecast(Call call) {
        return call.forecast().reason() != MissReason.NO_RULES;
    }
}
