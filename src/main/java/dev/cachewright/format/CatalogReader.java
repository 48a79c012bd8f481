package dev.cachewright.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.prompt.PromptException;
import dev.cachewright.token.Encoding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the catalogue of models. Prices are in US dollars for a million tokens.
public final class CatalogReader {

    private static final String WRITE = "cache_write_";
    private static final String READ = "cache_read";

    private CatalogReader() {
    }

    /// @throws PromptException where the text is no catalogue
    public static Catalog read(String json) {
        JsonNode root = RawJson.tree(json);
        var models = new ArrayList<Model>();
        root.path("models").forEach(row -> models.add(model(row)));
        return new Catalog(root.path("compiled").asText(), models, corrections(root));
    }

    /// The corrections by model, which rows name by their key.
    private static Map<String, Correction> corrections(JsonNode root) {
        var corrections = new HashMap<String, Correction>();
        root.path("models").forEach(row -> {
            if (row.has("correction")) {
                corrections.put(row.path("id").asText(),
                        CorrectionReader.read(root.path("corrections").path(row.path("correction").asText())));
            }
        });
        return corrections;
    }

    private static Model model(JsonNode row) {
        var cache = new CacheTerms(row.path("rules").asText(), row.path("minCacheable").asInt(), words(row, "ttl"),
                words(row, "retention"), row.path("slots").asInt(), row.path("lookback").asInt(),
                row.path("hidden").asInt());
        return new Model(row.path("id").asText(), row.path("provider").asText(), encoding(row), cache, prices(row),
                new Source(row.path("src").asText(""), row.path("note").asText("")));
    }

    private static Optional<Encoding> encoding(JsonNode row) {
        String word = row.path("encoding").asText("");
        return Arrays.stream(Encoding.values()).filter(encoding -> encoding.word().equals(word)).findFirst();
    }

    private static List<String> words(JsonNode row, String key) {
        var words = new ArrayList<String>();
        row.path(key).forEach(word -> words.add(word.asText()));
        return words;
    }

    /// A price for each day on which the row or its history changes something.
    private static List<Price> prices(JsonNode row) {
        var changes = new TreeMap<LocalDate, JsonNode>();
        row.path("history").forEach(change -> changes.put(day(change), change));
        row.path("history_cache_read").forEach(change -> changes.put(day(change), change));
        if (changes.isEmpty()) {
            return List.of(price(row.has("from") ? day(row) : LocalDate.MIN, row, row));
        }
        return changes.entrySet().stream().map(change -> price(change.getKey(), change.getValue(), row)).toList();
    }

    private static Price price(LocalDate from, JsonNode change, JsonNode row) {
        JsonNode band = row.path("long");
        return new Price(from, rates(change, row), band.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Price.LongContext(band.path("over_input_tokens").asLong(), rates(band, row))));
    }

    /// What `change` gives, and of the whole row what it does not.
    private static Rates rates(JsonNode change, JsonNode row) {
        Map<String, TokenPrice> writes = new TreeMap<>();
        for (String name : names(change, row)) {
            if (name.startsWith(WRITE)) {
                price(name, change, row).ifPresent(price -> writes.put(name.substring(WRITE.length()), price));
            }
        }
        return new Rates(required("input", change, row), price(READ, change, row), writes,
                required("output", change, row));
    }

    private static TreeSet<String> names(JsonNode change, JsonNode row) {
        var names = new TreeSet<String>();
        change.fieldNames().forEachRemaining(names::add);
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Optional<TokenPrice> price(String name, JsonNode change, JsonNode row) {
        JsonNode value = change.hasNonNull(name) ? change.get(name) : row.path(name);
        return value.isNumber() ? Optional.of(new TokenPrice(value.decimalValue())) : Optional.empty();
    }

    private static TokenPrice required(String name, JsonNode change, JsonNode row) {
        return price(name, change, row).orElseThrow(() -> new PromptException(
                "The model \"" + row.path("id").asText() + "\" has no price for its " + name, 0, 0));
    }

    private static LocalDate day(JsonNode node) {
        return LocalDate.parse(node.path("from").asText());
    }
}
