package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A forecast as JSON.
final class ForecastFields {

    private static final String IDLE = "idleMs";

    private ForecastFields() {
    }

    static String write(CallForecast forecast) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("cached", String.valueOf(forecast.split().cached()));
        fields.put("written", String.valueOf(forecast.split().written()));
        fields.put("uncached", String.valueOf(forecast.split().uncached()));
        fields.put("longWritten", String.valueOf(forecast.split().longWritten()));
        fields.put("cost", CallFields.money(forecast.cost()));
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
        forecast.certainty().age().ifPresent(age -> {
            fields.put(IDLE, String.valueOf(age.idle().toMillis()));
            fields.put("keptMs", String.valueOf(age.sure().toMillis()));
            fields.put("keptPerhapsMs", String.valueOf(age.expected().toMillis()));
        });
        return RawJson.object(fields);
    }

    static CallForecast read(JsonNode node) {
        var split = new InputSplit(node.path("cached").asLong(), node.path("written").asLong(),
                node.path("uncached").asLong(), node.path("longWritten").asLong());
        return new CallForecast(split, CallFields.readMoney(node.path("cost")), node.path("promised").asLong(),
                MissReason.valueOf(node.path("reason").asText("none").toUpperCase(Locale.ROOT)),
                readChange(node),
                new CallForecast.Certainty(new Band(node.path("below").asInt(), node.path("above").asInt()),
                        node.path("sure").asBoolean(true), readEnds(node.path("ends")), readAge(node)));
    }

    private static Optional<CallForecast.Age> readAge(JsonNode node) {
        return node.has(IDLE)
                ? Optional.of(new CallForecast.Age(Duration.ofMillis(node.path(IDLE).asLong()),
                        Duration.ofMillis(node.path("keptMs").asLong()),
                        Duration.ofMillis(node.path("keptPerhapsMs").asLong())))
                : Optional.empty();
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
}
