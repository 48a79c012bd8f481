package dev.cachewright.ui.response;

import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Usage;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What stands above an answer.
final class ResponseWords {

    private final VerdictWords verdicts;

    /// @param blockName the name that people see for a block id
    ResponseWords(UnaryOperator<String> blockName) {
        this.verdicts = new VerdictWords(blockName);
    }

    /// The call in figures: model, cached of input, cost, first token, verdict.
    String headline(Call call) {
        Usage usage = call.measurement().usage();
        return line(List.of(
                Texts.format("response.call", call.number()),
                call.target().model(),
                usage.cached().isPresent()
                        ? Texts.format("response.cached", Numbers.count(usage.cached()), VerdictWords.input(call))
                        : Texts.format("response.input", VerdictWords.input(call)),
                call.bill().cost().map(cost -> Numbers.money(cost.dollars()))
                        .orElseGet(() -> Texts.get("response.no-cost")),
                Texts.format("response.first-token", call.measurement().timing().firstToken().map(Duration::toMillis)
                        .map(Numbers::duration).orElse(FigureText.NONE)),
                verdicts.of(call)));
    }

    /// How the answer ended, its length and the time that it took.
    static String outcome(Call call) {
        var measured = call.measurement();
        String end = switch (measured.result()) {
            case CallResult.Answered answered -> VerdictWords.finished(answered.finishReason());
            case CallResult.Cancelled _ -> Texts.get("response.stopped");
            case CallResult.Failed _ -> Texts.get("response.failed");
        };
        var output = measured.usage().output();
        var parts = new ArrayList<String>(List.of(end, Texts.format("response.tokens-out", output.isPresent()
                ? Numbers.count(output.getAsLong())
                : FigureText.NONE),
                Texts.format("response.total", Numbers.duration(measured.timing().total().toMillis()))));
        parts.addAll(notes(call));
        return line(parts);
    }

    /// Whom a call waits for, and how far its series is.
    static String waiting(RunEvent.Started started, String model, Optional<Duration> left) {
        if (started.calls() == 1) {
            return Texts.format("response.waiting", model);
        }
        return Texts.format("response.waiting-series", started.index() + 1, started.calls(), model)
                + left.filter(time -> time.toSeconds() > 0)
                        .map(time -> " · " + Texts.format("response.time-left", Numbers.time(time))).orElse("");
    }

    /// Why a call failed; empty where it did not.
    static String error(Call call) {
        return call.measurement().result() instanceof CallResult.Failed failed
                ? error(call.number(), failed.failure())
                : "";
    }

    static String error(int number, Failure failure) {
        return FailureWords.ended("response.error.", number, failure);
    }

    /// What was special about it: that it was sent several times, for control, or as a ping.
    private static List<String> notes(Call call) {
        int tries = call.measurement().refused().size();
        return Stream.of(tries > 0 ? Texts.format("response.tries", tries + 1) : "",
                switch (call.target().purpose()) {
                    case CONTROL -> Texts.get("response.control");
                    case PING -> Texts.get("response.ping");
                    case PLAIN -> "";
                }).filter(note -> !note.isEmpty())
                .toList();
    }

    /// Breaks between the parts only.
    private static String line(List<String> parts) {
        return String.join(" · ", parts.stream().map(part -> part.replace(' ', '\u00a0')).toList());
    }
}
