package dev.cachewright.ui.session;

import dev.cachewright.cache.MissReason;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.kit.Callout;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.chart.CallBar;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Says what a call did.
final class CallWords {

    private final DateTimeFormatter time;
    private final UnaryOperator<String> blockName;

    /// @param blockName the name that people see for a block id
    CallWords(ZoneId zone, UnaryOperator<String> blockName) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(zone);
        this.blockName = blockName;
    }

    CallRow row(Call call) {
        Usage usage = call.measurement().usage();
        var timing = call.measurement().timing();
        return new CallRow(call.number(), time.format(timing.at()), Numbers.count(call.input()),
                count(usage.cached()), count(usage.written()), forecast(call),
                timing.firstToken().map(Duration::toMillis).map(Numbers::duration).orElse(FigureText.NONE),
                call.bill().cost().map(cost -> Numbers.money(cost.dollars())).orElse(FigureText.NONE), verdict(call),
                tone(call));
    }

    private static String forecast(Call call) {
        if (!hasForecast(call)) {
            return FigureText.NONE;
        }
        String cached = Numbers.count(call.forecast().split().cached());
        return call.forecast().certainty().band().isExact() ? cached : TokenWords.about(cached);
    }

    CallBar bar(Call call) {
        Usage usage = call.measurement().usage();
        boolean failed = call.verdict() == Verdict.FAILED;
        String said = Texts.format("session.bar", call.number(), count(usage.cached()), call.input(), verdict(call));
        return new CallBar(call.number(), call.input(), usage.cached().orElse(-1), usage.written().orElse(0),
                hasForecast(call) ? call.forecast().split().cached() : -1, call.verdict().isMiss(), failed, said);
    }

    String verdict(Call call) {
        String block = call.forecast().changedIn();
        return switch (call.verdict()) {
            case PREFIX_CHANGED -> block.isEmpty()
                    ? Texts.get("verdict.prefix-changed")
                    : Texts.format("verdict.prefix-changed-in", blockName.apply(block));
            case AS_FORECAST, BETTER, COLD, BELOW_THRESHOLD, NO_BREAKPOINT, NOT_WRITTEN, TOO_EARLY, SETTING_CHANGED,
                    KEY_CHANGED, EXPIRED,
                    PROVIDER_UNEXPLAINED, NOT_REPORTED, NO_FORECAST, CANCELLED, FAILED ->
                Texts.get(key("verdict.", call));
        };
    }

    /// One sentence on what happened and, where it went wrong, what to do.
    String summary(Call call) {
        return switch (call.measurement().result()) {
            case CallResult.Cancelled _ -> Texts.format("session.summary.cancelled", call.number());
            case CallResult.Failed failed -> Texts.format(
                    failed.status() == 0 ? "session.summary.unanswered" : "session.summary.failed", call.number(),
                    String.valueOf(failed.status()), failed.message(), failed.advice()).strip();
            case CallResult.Answered _ -> answered(call);
        };
    }

    Callout.Level level(Call call) {
        return switch (tone(call)) {
            case MISS -> Callout.Level.ERROR;
            case HIT -> Callout.Level.INFO;
            case PLAIN -> Callout.Level.ADVICE;
        };
    }

    private String answered(Call call) {
        long cached = call.measurement().usage().cached().orElse(0);
        long forecast = call.forecast().split().cached();
        return Texts.format(key("session.summary.", call), call.number(), cached, call.input(), forecast,
                Math.max(0, call.forecast().promised() - cached), Math.abs(cached - forecast),
                blockName.apply(call.forecast().changedIn()));
    }

    private static CallRow.Tone tone(Call call) {
        if (call.verdict().isMiss() || call.verdict() == Verdict.FAILED) {
            return CallRow.Tone.MISS;
        }
        boolean isHit = call.measurement().usage().cached().orElse(0) > 0;
        return isHit ? CallRow.Tone.HIT : CallRow.Tone.PLAIN;
    }

    private static boolean hasForecast(Call call) {
        return call.forecast().reason() != MissReason.NO_RULES;
    }

    private static String key(String prefix, Call call) {
        return prefix + call.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String count(OptionalLong tokens) {
        return tokens.isPresent() ? Numbers.count(tokens.getAsLong()) : FigureText.NONE;
    }
}
