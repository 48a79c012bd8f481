package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Timing;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Calls as JSON Lines, one a line, in the form that `replay` reads: `at`, `endpoint`, `model`, `request`, `usage`, and
/// beside them what was forecast and measured.
public final class SessionLines {

    private static final String CONTROL = "control";
    private static final String REFUSED = "refused";

    private SessionLines() {
    }

    /// One call on one line, without a line end.
    public static String write(Call call) {
        var measured = call.measurement();
        var line = new LinkedHashMap<String, String>();
        line.put("number", String.valueOf(call.number()));
        line.put("at", RawJson.quote(measured.timing().at().toString()));
        line.put("endpoint", RawJson.quote(call.target().api().endpoint()));
        line.put("model", RawJson.quote(call.target().model()));
        line.put("profile", RawJson.quote(call.target().profile()));
        PromptMark prompt = call.target().prompt();
        if (!prompt.edition().isEmpty()) {
            line.put("prompt", RawJson.quote(prompt.name()));
            line.put("edition", RawJson.quote(prompt.edition()));
        }
        line.put("request", LineBreaks.without(call.body()));
        line.put("breaks", LineBreaks.of(call.body()));
        line.put("usage", measured.usage().raw().isEmpty() ? "null" : LineBreaks.without(measured.usage().raw()));
        line.put("forecast", forecast(call.forecast()));
        line.put("result", result(measured.result()));
        line.putAll(TimingFields.of(measured.timing()));
        if (call.target().isControl()) {
            line.put(CONTROL, "true");
        }
        if (!measured.refused().isEmpty()) {
            line.put(REFUSED, measured.refused().stream().map(failure -> RawJson.object(FailureFields.of(failure)))
                    .collect(Collectors.joining(", ", "[", "]")));
        }
        line.put("cost", money(call.bill().cost()));
        line.put("costUncached", money(call.bill().uncached()));
        line.put("verdict", RawJson.quote(call.verdict().words()));
        return RawJson.object(line);
    }

    /// The call on a line that [#write] wrote.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where the line is not such a call
    public static Call read(String line) {
        SequencedMap<String, String> raw = RawJson.fields(line);
        JsonNode node = RawJson.tree(line);
        var target = new CallTarget(node.path("profile").asText(), node.path("model").asText(),
                Api.ofEndpoint(node.path("endpoint").asText()).orElse(Api.CHAT),
                new PromptMark(node.path("prompt").asText(""), node.path("edition").asText("")),
                node.path(CONTROL).asBoolean());
        Timing timing = TimingFields.read(node);
        var measurement = new Call.Measurement(readResult(node.path("result"), raw.getOrDefault("result", "{}")),
                UsageReader.read(raw.getOrDefault("usage", "null"), raw.getOrDefault("request", "")), timing,
                StreamSupport.stream(node.path(REFUSED).spliterator(), false).map(FailureFields::read).toList());
        return new Call(node.path("number").asInt(), target,
                LineBreaks.restore(raw.getOrDefault("request", "{}"), node.path("breaks")),
                readForecast(node.path("forecast")), measurement,
                new Call.Bill(readMoney(node.path("cost")), readMoney(node.path("costUncached"))));
    }

    private static String forecast(CallForecast forecast) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("cached", String.valueOf(forecast.split().cached()));
        fields.put("written", String.valueOf(forecast.split().written()));
        fields.put("uncached", String.valueOf(forecast.split().uncached()));
        fields.put("longWritten", String.valueOf(forecast.split().longWritten()));
        fields.put("cost", money(forecast.cost()));
        fields.put("promised", String.valueOf(forecast.promised()));
        fields.put("reason", RawJson.quote(forecast.reason().name().toLowerCase(Locale.ROOT)));
        fields.put("changedIn", RawJson.quote(forecast.changedIn()));
        fields.put("changed", RawJson.quote(forecast.changed().reason()));
        if (!forecast.changed().block().isEmpty()) {
            fields.put("changedAt", String.valueOf(forecast.changed().place().offset()));
            fields.put("common", String.valueOf(forecast.changed().commonTokens()));
            fields.put("before", RawJson.quote(forecast.changed().before()));
            fields.put("now", RawJson.quote(forecast.changed().now()));
        }
        fields.put("below", String.valueOf(forecast.certainty().band().below()));
        fields.put("above", String.valueOf(forecast.certainty().band().above()));
        fields.put("sure", String.valueOf(forecast.isSure()));
        fields.put("ends", forecast.certainty().ends().toString());
        return RawJson.object(fields);
    }

    private static CallForecast readForecast(JsonNode node) {
        var split = new InputSplit(node.path("cached").asLong(), node.path("written").asLong(),
                node.path("uncached").asLong(), node.path("longWritten").asLong());
        return new CallForecast(split, readMoney(node.path("cost")), node.path("promised").asLong(),
                MissReason.valueOf(node.path("reason").asText("none").toUpperCase(Locale.ROOT)),
                readChange(node),
                new CallForecast.Certainty(new Band(node.path("below").asInt(), node.path("above").asInt()),
                        node.path("sure").asBoolean(true), readEnds(node.path("ends"))));
    }

    private static List<Long> readEnds(JsonNode node) {
        var ends = new ArrayList<Long>();
        node.forEach(end -> ends.add(end.asLong()));
        return ends;
    }

    private static Divergence readChange(JsonNode node) {
        return new Divergence(node.path("common").asInt(), node.path("changed").asText(""),
                new Place(node.path("changedIn").asText(""), node.path("changedAt").asInt()),
                Divergence.BodyPlace.NONE, node.path("before").asText(""), node.path("now").asText(""));
    }

    private static String result(CallResult result) {
        var fields = new LinkedHashMap<String, String>();
        switch (result) {
            case CallResult.Answered answered -> {
                fields.put("end", "\"answered\"");
                fields.put("finishReason", RawJson.quote(answered.finishReason()));
                fields.putAll(ReplyFields.of(answered.reply()));
            }
            case CallResult.Cancelled _ -> fields.put("end", "\"cancelled\"");
            case CallResult.Failed failed -> {
                fields.put("end", "\"failed\"");
                fields.putAll(FailureFields.of(failed.failure()));
            }
        }
        fields.put("text", RawJson.quote(result.text()));
        return RawJson.object(fields);
    }

    private static CallResult readResult(JsonNode node, String json) {
        String text = node.path("text").asText("");
        return switch (node.path("end").asText("")) {
            case "answered" -> new CallResult.Answered(text, node.path("finishReason").asText(""),
                    ReplyFields.read(node, json));
            case "cancelled" -> new CallResult.Cancelled(text);
            default -> new CallResult.Failed(text, FailureFields.read(node));
        };
    }

    private static String money(Optional<Money> money) {
        return money.map(amount -> amount.dollars().toPlainString()).orElse("null");
    }

    private static Optional<Money> readMoney(JsonNode node) {
        return node.isNumber()
                ? Optional.of(Money.ofDollars(new BigDecimal(node.asText())))
                : Optional.empty();
    }
}
