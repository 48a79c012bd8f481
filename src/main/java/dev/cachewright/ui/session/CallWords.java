package dev.cachewright.ui.session;

import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.Diagnosis;
import dev.cachewright.format.divergence.Agreements;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.Tone;
import dev.cachewright.ui.workspace.ExchangeModel;
import dev.cachewright.ui.workspace.ExplanationModel;
import dev.cachewright.words.CallBars;
import dev.cachewright.words.HiddenCharacters;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import dev.cachewright.words.WhyWords;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A call as the table, the chart and the callout below them show it.
final class CallWords {

    private final DateTimeFormatter time;
    private final VerdictWords verdicts;
    private final UnaryOperator<String> blockName;

    /// @param blockName the name that people see for a block id
    CallWords(ZoneId zone, UnaryOperator<String> blockName) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(zone);
        this.verdicts = new VerdictWords(blockName);
        this.blockName = blockName;
    }

    CallRow row(Call call) {
        Usage usage = call.measurement().usage();
        var timing = call.measurement().timing();
        return new CallRow(call.number(), time.format(timing.at()), input(call),
                Numbers.count(usage.cached()), Numbers.count(usage.written()), VerdictWords.forecast(call),
                timing.firstToken().map(Duration::toMillis).map(Numbers::duration).orElse(FigureText.NONE),
                Numbers.money(call.bill().cost()),
                new CallRow.VerdictText(named(call, verdicts.of(call)), named(call, verdicts.brief(call))), tone(call),
                facts(call));
    }

    private static CallRow.Facts facts(Call call) {
        Usage usage = call.measurement().usage();
        var timing = call.measurement().timing();
        var figures = new CallRow.Figures(timing.at().toEpochMilli(), call.input(), usage.cached().orElse(-1),
                usage.written().orElse(-1), call.forecast().isKnown() ? call.forecast().split().cached() : -1,
                timing.firstToken().map(time -> time.toNanos() / 1e6).orElse(-1.0),
                call.bill().cost().map(cost -> cost.picoDollars() / 1e12).orElse(-1.0));
        return new CallRow.Facts(call.target().prompt().name(), call.target().model(), figures,
                call.isUnexpectedMiss());
    }

    /// As reported, or with the sign of an estimate as counted here; the column is narrow.
    private static String input(Call call) {
        String tokens = Numbers.count(call.input());
        return call.measurement().usage().input().isPresent() ? tokens : Texts.format("estimate.tight", tokens);
    }

    /// What the bar of a call says.
    ///
    /// @param change what is new with this call; empty where nothing is
    String bar(Call call, String change) {
        String fresh = CallBars.change(call, change);
        return fresh.isEmpty() ? verdicts.bar(call) : Texts.format("session.bar-changed", verdicts.bar(call), fresh);
    }

    /// Of the call that is looked at; while its request is read, or where it cannot be, the request is empty or says why.
    CallDetails details(ExchangeModel.Seen seen, Optional<ExplanationModel.Explained> explained) {
        return seen.call().map(call -> {
            String usage = call.measurement().usage().raw();
            String body = seen.exchange().map(Exchange::body).map(HiddenCharacters::escaped).orElse(seen.problem());
            return new CallDetails(summary(call, explained.filter(found -> found.call().equals(call))),
                    calloutTone(call),
                    body,
                    usage.isBlank() ? Texts.get("session.no-usage") : HiddenCharacters.escaped(usage));
        }).orElseGet(CallDetails::none);
    }

    private String summary(Call call, Optional<ExplanationModel.Explained> explained) {
        String said = explained.map(this::why).orElseGet(() -> verdicts.summary(call));
        String purpose = switch (call.target().purpose()) {
            case CONTROL -> Texts.get("session.control-summary") + " ";
            case PING -> Texts.get("session.ping-summary") + " ";
            case PLAIN -> "";
        };
        return purpose + said + Diagnosis.of(call).map(vendor -> " " + explained
                .map(found -> WhyWords.agreement(Agreements.of(found.explanation(), vendor), vendor.words()))
                .orElseGet(() -> Texts.format("session.vendor-says", vendor.words()))).orElse("");
    }

    /// Why a call missed, and what it cost more for that, where both are known.
    String hint(Call call) {
        return verdicts.summary(call) + extra(call).map(more -> " " + Texts.format("session.hint-cost",
                Numbers.money(more.dollars()))).orElse("");
    }

    /// The same with the text that differs.
    String hint(ExplanationModel.Explained found) {
        return why(found);
    }

    private static Optional<Money> extra(Call call) {
        return call.bill().cost().flatMap(cost -> call.bill().perfect().map(cost::minus))
                .filter(more -> more.picoDollars() > 0);
    }

    /// Where the call left the one before it, at which token, and what that cost.
    private String why(ExplanationModel.Explained found) {
        String sentence = new WhyWords(Texts.format("why.call-in-sentence", found.earlier().number()),
                Texts.format("why.call", found.call().number()), blockName).sentence(found.explanation());
        return found.call().isUnexpectedMiss() ? sentence : Texts.format("session.summary.as-told", sentence);
    }

    private static String named(Call call, String verdict) {
        return VerdictWords.named(call, verdict);
    }

    /// What went as forecast or could not be otherwise is plain; what could be better is advice.
    private static Tone calloutTone(Call call) {
        Tone tone = tone(call);
        boolean isNews = switch (call.verdict()) {
            case COLD, CANCELLED, NO_FORECAST -> true;
            default -> false;
        };
        return tone == Tone.GOOD || isNews && tone != Tone.BAD ? Tone.PLAIN : tone == Tone.BAD ? Tone.BAD : Tone.ADVICE;
    }

    /// Bad is only what nobody could expect: less than was forecast, or an error.
    private static Tone tone(Call call) {
        if (call.isUnexpectedMiss() || call.verdict() == Verdict.FAILED) {
            return Tone.BAD;
        }
        if (call.verdict().isMiss()) {
            return Tone.ADVICE;
        }
        boolean isHit = call.measurement().usage().cached().orElse(0) > 0;
        return isHit ? Tone.GOOD : Tone.PLAIN;
    }
}
