package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
import dev.cachewright.session.Usage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The fields of a call that its line in a log and its entry in the store share.
final class CallFields {

    private static final String CONTROL = "control";
    private static final String PING = "ping";
    private static final String REFUSED = "refused";
    private static final String RESULT = "result";
    private static final String END = "end";
    private static final String ID = "id";
    private static final String DIAGNOSIS = "diagnosis";

    private CallFields() {
    }

    /// Which call it is, and where it went.
    static SequencedMap<String, String> head(Call call) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", String.valueOf(call.number()));
        fields.put("at", RawJson.quote(call.measurement().timing().at().toString()));
        fields.put("endpoint", RawJson.quote(call.target().api().endpoint()));
        fields.put("model", RawJson.quote(call.target().model()));
        fields.put("profile", RawJson.quote(call.target().profile()));
        PromptMark prompt = call.target().prompt();
        if (!prompt.edition().isEmpty()) {
            fields.put("prompt", RawJson.quote(prompt.name()));
            fields.put("edition", RawJson.quote(prompt.edition()));
        }
        return fields;
    }

    /// What was forecast, and what became of it.
    ///
    /// @param more fields of the result that are not the call's own
    static SequencedMap<String, String> tail(Call call, SequencedMap<String, String> more) {
        var measured = call.measurement();
        var fields = new LinkedHashMap<String, String>();
        fields.put("forecast", ForecastFields.write(call.forecast()));
        SequencedMap<String, String> result = result(measured.result());
        result.putAll(more);
        fields.put(RESULT, RawJson.object(result));
        fields.putAll(TimingFields.of(measured.timing()));
        switch (call.target().purpose()) {
            case CONTROL -> fields.put(CONTROL, "true");
            case PING -> fields.put(PING, "true");
            case PLAIN -> {
                // As calls are.
            }
        }
        if (!measured.refused().isEmpty()) {
            fields.put(REFUSED, measured.refused().stream().map(failure -> RawJson.object(FailureFields.of(failure)))
                    .collect(Collectors.joining(", ", "[", "]")));
        }
        fields.put("cost", money(call.bill().cost()));
        fields.put("costUncached", money(call.bill().uncached()));
        if (call.bill().perfect().isPresent()) {
            fields.put("costPerfect", money(call.bill().perfect()));
        }
        fields.put("verdict", RawJson.quote(call.verdict().words()));
        return fields;
    }

    private static Purpose purpose(JsonNode node) {
        if (node.path(CONTROL).asBoolean()) {
            return Purpose.CONTROL;
        }
        return node.path(PING).asBoolean() ? Purpose.PING : Purpose.PLAIN;
    }

    /// The call of these fields.
    static Call read(JsonNode node, Usage usage) {
        var target = new CallTarget(node.path("profile").asText(), node.path("model").asText(),
                Api.ofEndpoint(node.path("endpoint").asText()).orElse(Api.CHAT),
                new PromptMark(node.path("prompt").asText(""), node.path("edition").asText("")),
                purpose(node));
        var measurement = new Call.Measurement(readResult(node.path(RESULT)), usage, TimingFields.read(node),
                StreamSupport.stream(node.path(REFUSED).spliterator(), false).map(FailureFields::read).toList());
        return new Call(node.path("number").asInt(), target, ForecastFields.read(node.path("forecast")), measurement,
                new Call.Bill(readMoney(node.path("cost")), readMoney(node.path("costUncached")),
                        readMoney(node.path("costPerfect"))));
    }

    private static SequencedMap<String, String> result(CallResult result) {
        var fields = new LinkedHashMap<String, String>();
        switch (result) {
            case CallResult.Answered answered -> {
                fields.put(END, "\"answered\"");
                fields.put("finishReason", RawJson.quote(answered.finishReason()));
                if (!answered.id().isEmpty()) {
                    fields.put(ID, RawJson.quote(answered.id()));
                }
                if (!answered.diagnosis().isEmpty()) {
                    fields.put(DIAGNOSIS, LineBreaks.without(answered.diagnosis()));
                }
            }
            case CallResult.Cancelled _ -> fields.put(END, "\"cancelled\"");
            case CallResult.Failed failed -> {
                fields.put(END, "\"failed\"");
                fields.putAll(FailureFields.of(failed.failure()));
            }
        }
        return fields;
    }

    private static CallResult readResult(JsonNode node) {
        return switch (node.path(END).asText("")) {
            case "answered" -> new CallResult.Answered(node.path("finishReason").asText(""), node.path(ID).asText(""),
                    node.has(DIAGNOSIS) ? node.get(DIAGNOSIS).toString() : "");
            case "cancelled" -> new CallResult.Cancelled();
            default -> new CallResult.Failed(FailureFields.read(node));
        };
    }

    static String money(Optional<Money> money) {
        return money.map(amount -> amount.dollars().toPlainString()).orElse("null");
    }

    static Optional<Money> readMoney(JsonNode node) {
        return node.isNumber()
                ? Optional.of(Money.ofDollars(new BigDecimal(node.asText())))
                : Optional.empty();
    }
}
