package dev.cachewright.words;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a call did, measured against its forecast: in a word or two for tables, and in a sentence.
public final class VerdictWords {

    private final UnaryOperator<String> blockName;

    /// @param blockName the name that people see for a block id
    public VerdictWords(UnaryOperator<String> blockName) {
        this.blockName = blockName;
    }

    /// `as forecast`, `changed in policy`.
    public String of(Call call) {
        return of(call.verdict(), call.forecast());
    }

    /// The words of a verdict on a call with this forecast.
    public String of(Verdict verdict, CallForecast forecast) {
        String key = key("verdict.", verdict, forecast);
        if (verdict == Verdict.EXPIRED && forecast.certainty().age().isPresent()) {
            return Texts.format("verdict.expired-after", gap(forecast));
        }
        return isChangeOf(verdict, forecast.changedIn())
                ? Texts.format(key + "-in", blockName.apply(forecast.changedIn()))
                : Texts.get(key);
    }

    /// The words of a verdict alone, for narrow places: without the block that changed.
    public String brief(Call call) {
        return Texts.get(key("verdict.", call.verdict(), call.forecast()));
    }

    /// The words of a verdict where nothing was forecast.
    public String of(Verdict verdict) {
        return Texts.get(key("verdict.", verdict));
    }

    /// The verdict of a call, which says what it was made for where that is no test of the prompt.
    public static String named(Call call, String verdict) {
        return switch (call.target().purpose()) {
            case CONTROL -> Texts.format("session.control", verdict);
            case PING -> Texts.format("session.ping", verdict);
            case PLAIN -> verdict;
        };
    }

    /// What a verdict says of any call, and what can be done about it.
    public static String meaning(Verdict verdict) {
        return Texts.get(key("verdict-meaning.", verdict));
    }

    /// One sentence on what happened and, where it went wrong, what to do.
    public String summary(Call call) {
        return switch (call.measurement().result()) {
            case CallResult.Cancelled _ -> Texts.format("session.summary.cancelled", call.number());
            case CallResult.Failed failed -> FailureWords.ended("session.summary.", call.number(), failed.failure());
            case CallResult.Answered _ -> answered(call);
        };
    }

    /// What the server reported of a call and cannot be right; empty where it all can.
    public static Optional<String> unreadable(Call call) {
        return unreadable(call.number(), call.measurement().usage());
    }

    /// What was reported of the call with this number and cannot be right; empty where it all can.
    public static Optional<String> unreadable(int number, Usage usage) {
        return usage.unreadable().isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.format(usage.isOfUnknownForm()
                        ? "session.summary.unknown-usage"
                        : "session.summary.not-readable", number, String.join(", ", usage.unreadable())));
    }

    /// The tokens of the input: as reported, or with the sign of an estimate as counted here.
    public static String input(Call call) {
        return TokenWords.about(call.measurement().usage().input().isPresent(), Numbers.count(call.input()));
    }

    /// The cached tokens that were forecast, with the sign of an estimate; a dash where nothing was.
    public static String forecast(Call call) {
        return call.forecast().isKnown()
                ? TokenWords.about(call.forecast().certainty().band().isExact(),
                        Numbers.count(call.forecast().split().cached()))
                : Numbers.UNKNOWN;
    }

    /// Why an answer ended; each API has words of its own. A word that is not known is shown as it is.
    public static String finished(String finishReason) {
        return switch (finishReason) {
            case "stop", "end_turn", "completed" -> Texts.get("response.completed");
            case "length", "max_tokens", "max_output_tokens" -> Texts.get("response.finished.length");
            case "content_filter" -> Texts.get("response.finished.filter");
            case "refusal" -> Texts.get("response.finished.refusal");
            case "tool_calls", "tool_use", "function_call" -> Texts.get("response.finished.tools");
            case "stop_sequence" -> Texts.get("response.finished.sequence");
            case "pause_turn" -> Texts.get("response.finished.pause");
            case "incomplete" -> Texts.get("response.finished.incomplete");
            case "" -> Texts.get("response.finished.unknown");
            default -> Texts.format("response.finished.other", finishReason);
        };
    }

    /// What the bar of a call shows: `Call 3: 1,536 of 1,842 tokens cached, as forecast`.
    public String bar(Call call) {
        return Texts.format("session.bar", call.number(), Numbers.count(call.measurement().usage().cached()),
                input(call), of(call));
    }

    private String answered(Call call) {
        if (call.verdict() == Verdict.NOT_READABLE) {
            return unreadable(call).orElseThrow();
        }
        long cached = call.measurement().usage().cached().orElse(0);
        long forecast = call.forecast().split().cached();
        String changedIn = call.forecast().changedIn();
        String key = key("session.summary.", call.verdict(), call.forecast());
        Divergence changed = call.forecast().changed();
        boolean hasWords = !changed.before().isEmpty() && !changed.now().isEmpty();
        boolean isGapKnown = call.verdict() == Verdict.EXPIRED && call.forecast().certainty().age().isPresent();
        String form = isGapKnown ? key + "-after"
                : !isChangeOf(call.verdict(), changedIn) ? key : hasWords ? key + "-words" : key + "-in";
        String words = Texts.format(form, call.number(), cached, input(call), forecast,
                Math.max(0, call.forecast().promised() - cached), Math.abs(cached - forecast),
                blockName.apply(changedIn), changed.before(), changed.now(), changed.place().offset() + 1L,
                gap(call.forecast()), kept(call.forecast()));
        boolean isReported = call.measurement().usage().cached().isPresent();
        if (isReported && isNewBeginning(call)) {
            return Texts.format("session.summary.as-told", words);
        }
        return isReported || call.verdict() == Verdict.NOT_REPORTED ? words
                : Texts.format("session.summary.by-forecast", words);
    }

    /// How long what would have been read had not been used; empty where that is not known.
    private static String gap(CallForecast forecast) {
        return forecast.certainty().age().map(age -> Numbers.time(age.idle())).orElse("");
    }

    /// How long it is kept: a time, or from the first to the last time at which it may go.
    private static String kept(CallForecast forecast) {
        return forecast.certainty().age().map(age -> age.sure().equals(age.expected())
                ? Numbers.time(age.sure())
                : Texts.format("session.kept-from-to", Numbers.time(age.sure()), Numbers.time(age.expected())))
                .orElse("");
    }

    /// Whether its miss was forecast, and what it stored is there for the calls after it.
    private static boolean isNewBeginning(Call call) {
        return switch (call.verdict()) {
            case PREFIX_CHANGED, SETTING_CHANGED, KEY_CHANGED, EXPIRED -> !call.isUnexpectedMiss();
            default -> false;
        };
    }

    private static boolean isChangeOf(Verdict verdict, String block) {
        return verdict == Verdict.PREFIX_CHANGED && !block.isEmpty();
    }

    private static String key(String prefix, Verdict verdict, CallForecast forecast) {
        String key = key(prefix, verdict);
        return verdict == Verdict.BELOW_THRESHOLD && forecast.isPerhapsBelow() ? key + "-perhaps" : key;
    }

    private static String key(String prefix, Verdict verdict) {
        return prefix + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
