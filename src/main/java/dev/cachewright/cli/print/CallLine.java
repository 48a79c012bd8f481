package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Timing;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.VerdictWords;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// One call that has ended, as a row of a table and as JSON.
///
/// @param input what was counted for it
/// @param isForecast whether the rules of its cache were known
public record CallLine(Call call, TokenRange input, boolean isForecast) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// The columns of [#cells].
    public static Table.Columns columns() {
        return new Table.Columns(">>>>>>>><", List.of("call", "input", "forecast", "cached", "written", "first token",
                "total", "cost with output", "verdict"), List.of(4, 9, 9, 9, 9, 11, 10, 10, 0));
    }

    /// For people.
    public List<String> cells() {
        Timing timing = call.measurement().timing();
        return List.of(String.valueOf(call.number()), VerdictWords.input(call),
                isForecast
                        ? TokenWords.brief(input.isExact(), call.forecast().split().cached())
                        : CallFigures.UNKNOWN,
                CallFigures.words(call.measurement().usage().cached()),
                CallFigures.words(call.measurement().usage().written()),
                timing.firstToken().map(CallLine::words).orElse(CallFigures.UNKNOWN),
                words(timing.total()), call.bill().cost().map(CallFigures::words).orElse(CallFigures.UNKNOWN),
                VerdictWords.named(call, CallFigures.VERDICTS.of(call)));
    }

    public ObjectNode json() {
        ObjectNode json = JSON.objectNode().put("index", call.number() - 1)
                .put("at", call.measurement().timing().at().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("input", call.input());
        json.set("forecast", isForecast ? forecast() : null);
        switch (call.measurement().result()) {
            case CallResult.Failed failed -> {
                json.putObject("error").put("status", failed.failure().status())
                        .put("message", FailureWords.message(failed.failure()))
                        .put("advice", FailureWords.advice(failed.failure()));
                if (call.measurement().usage().input().isPresent()) {
                    json.set("actual", actual());
                }
            }
            default -> json.set("actual", actual());
        }
        json.put("verdict", call.verdict().words());
        if (!call.target().isPlain()) {
            json.put(call.target().isControl() ? "control" : "ping", true);
        }
        putTries(json);
        if (call.measurement().result() instanceof CallResult.Answered answered
                && !answered.diagnosis().isEmpty()) {
            json.set("diagnosis", RawJson.tree(answered.diagnosis()));
        }
        return json;
    }

    /// Why it was sent again, try by try; nothing where it was sent once.
    private void putTries(ObjectNode json) {
        for (Failure failure : call.measurement().refused()) {
            json.withArray("/refused").addObject().put("status", failure.status()).put("message",
                    FailureWords.message(failure));
        }
    }

    private ObjectNode forecast() {
        ObjectNode json = CallFigures.forecast(call.forecast());
        EstimateJson.put(json, input);
        return json;
    }

    private ObjectNode actual() {
        Timing timing = call.measurement().timing();
        ObjectNode json = CallFigures.reported(call.measurement().usage(), call.bill());
        json.set("ttftMs", millis(timing.firstToken()));
        json.put("totalMs", timing.total().toMillis());
        json.set("sentMs", millis(timing.sent()));
        json.set("firstByteMs", millis(timing.firstByte()));
        json.set("lastTokenMs", millis(timing.lastToken()));
        return json;
    }

    static JsonNode millis(Optional<Duration> time) {
        return time.<JsonNode>map(each -> JSON.numberNode(each.toMillis())).orElse(JSON.nullNode());
    }

    static String words(Duration duration) {
        return Numbers.count(duration.toMillis()) + " ms";
    }
}
