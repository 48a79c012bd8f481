package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.token.encoding.Encoding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Writes rows of the catalogue as JSON, with everything they contain.
public final class ModelJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelJson() {
    }

    public static ObjectNode of(Model model, Correction correction, LocalDate today) {
        ObjectNode json = JSON.objectNode().put("id", model.id()).put("provider", model.provider());
        put(json, model.cache());
        json.put("context", model.context().isPresent() ? (Integer) model.context().getAsInt() : null);
        json.put("encoding", model.encoding().map(Encoding::word).orElse(null));
        EstimateJson.put(json, correction);
        put(json, model, today);
        put(json, model.source());
        return json;
    }

    private static void put(ObjectNode json, CacheTerms terms) {
        json.put("rules", terms.rules().word()).put("threshold", terms.minimum());
        json.set("ttls", words(terms.ttls()));
        json.set("retentions", words(terms.retentions()));
        json.put("slots", terms.slots()).put("lookback", terms.lookback()).put("hidden", terms.hidden());
    }

    /// The price of today; `null` where there is none, and with `pricesFrom` in the future where it does not hold yet.
    private static void put(ObjectNode json, Model model, LocalDate today) {
        Optional<Price> price = model.priceOn(today);
        json.put("pricesFrom", price.map(Price::from).filter(from -> !from.equals(LocalDate.MIN))
                .map(LocalDate::toString).orElse(null));
        if (price.isEmpty()) {
            json.putNull("pricesPerMillion");
        } else {
            ObjectNode prices = json.putObject("pricesPerMillion");
            put(prices, price.get().rates());
            price.get().longContext().ifPresent(band -> put(prices.putObject("longContext").put("overInputTokens",
                    band.overInputTokens()), band.rates()));
        }
        ObjectNode tiers = json.putObject("tiers");
        new TreeMap<>(model.tiers()).forEach(tiers::put);
    }

    private static void put(ObjectNode json, Rates rates) {
        json.set("input", price(Optional.of(rates.input())));
        json.set("cacheRead", price(rates.cacheRead()));
        ObjectNode writes = json.putObject("cacheWrite");
        new TreeMap<>(rates.cacheWrite()).forEach((ttl, price) -> writes.set(ttl, price(Optional.of(price))));
        json.set("output", price(Optional.of(rates.output())));
    }

    private static void put(ObjectNode json, Source source) {
        json.put("source", source.text()).put("sourceDate", source.date().map(LocalDate::toString).orElse(null))
                .put("note", source.note());
        ArrayNode doubts = json.putArray("uncertain");
        source.doubts().forEach(doubt -> doubts.addObject().put("field", doubt.field()).put("why", doubt.why()));
        json.set("own", words(source.own()));
    }

    private static JsonNode price(Optional<TokenPrice> price) {
        return price.map(found -> JSON.numberNode(found.dollarsPerMillion())).orElse(JSON.nullNode());
    }

    private static ArrayNode words(List<String> words) {
        ArrayNode array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
