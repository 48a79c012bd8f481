package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Models;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reads the catalogue of models. Prices are in US dollars for a million tokens.
///
/// A row inherits the fields of its provider and of its set of rules. [OwnCatalogReader] reads the user's file over
/// it.
public final class CatalogReader {

    private static final String CORRECTION = "correction";
    private static final String MODELS = "models";
    private static final Set<String> PARTS = Set.of("compiled", "unit", "corrections", "providers", "rules", "usual",
            "aliases", MODELS);

    private final PlacedJson json;
    private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
    private final Map<String, Supplier<Model>> models = new LinkedHashMap<>();

    private CatalogReader(String text) {
        this.json = PlacedJson.of(text);
    }

    /// @throws InputException where the text is not a catalogue, or a row of it is wrong
    public static Catalog read(String json) {
        Catalog catalog = open(json).catalog();
        catalog.models();
        return catalog;
    }

    /// The same of a catalogue that is known to be right: each row is read when its model is asked for.
    ///
    /// @throws InputException where the text is not a catalogue
    public static Catalog readLater(String json) {
        return open(json).catalog();
    }

    /// The reader with the rows of this catalogue found.
    static CatalogReader open(String text) {
        var reader = new CatalogReader(text);
        CatalogRow file = CatalogRow.at(reader.json.root(), reader.json, "", "The catalogue");
        file.refuseOthersThan(PARTS::contains);
        for (CatalogRow row : file.children(MODELS)) {
            String id = row.text("id");
            if (reader.rows.containsKey(id)) {
                throw row.fault("id", "The model " + CatalogRow.quoted(id) + " appears twice");
            }
            reader.put(id, row.fields(), () -> {
                CatalogRowReader.refuseOtherDoubts(row);
                return reader.read(row, List.of());
            });
        }
        return reader;
    }

    Catalog catalog() {
        JsonNode root = json.root();
        var aliases = new HashMap<String, String>();
        root.path("aliases").propertyStream().forEach(
                alias -> aliases.put(alias.getKey(), alias.getValue().asText()));
        var corrections = new HashMap<String, Correction>();
        rows.forEach((id, row) -> {
            if (row.hasNonNull(CORRECTION)) {
                corrections.put(id, correction(row.get(CORRECTION).asText()));
            }
        });
        Map<String, Supplier<Model>> readers = Map.copyOf(models);
        var rows = Models.readLater(List.copyOf(models.keySet()), id -> readers.get(id).get());
        return new Catalog(root.path("compiled").asText(), rows, aliases, corrections, usual());
    }

    /// The terms of servers: those of the rules, with what `usual` says over them.
    private Map<RuleSet, CacheTerms> usual() {
        var usual = new HashMap<RuleSet, CacheTerms>();
        for (RuleSet rules : RuleSet.Named.values()) {
            JsonNode server = json.root().path("usual").path(rules.word());
            ObjectNode own = server instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
            ObjectNode fields = CatalogMerge.inherit(json.root().path("rules").path(rules.word()), own);
            usual.put(rules, CatalogRowReader.terms(rules, new CatalogRow(fields, json, "/usual/" + rules.word())));
        }
        return usual;
    }

    /// The row of this id as it is in the file, without what it inherits; an empty one where there is none.
    ObjectNode row(String id) {
        return rows.getOrDefault(id, JsonNodeFactory.instance.objectNode());
    }

    boolean has(String id) {
        return rows.containsKey(id);
    }

    void put(String id, ObjectNode row, Supplier<Model> model) {
        rows.put(id, row);
        models.put(id, model);
    }

    /// @throws InputException at the first fault of the row
    Model read(CatalogRow row, List<String> own) {
        ObjectNode provided = CatalogMerge.inherit(defaults("providers", row, "provider"),
                CatalogMerge.inherit(defaults("rules", row, "rules"), row.fields()));
        var whole = new CatalogRow(provided, row.json(), row.path());
        String correction = whole.text(CORRECTION);
        if (!correction.isEmpty() && !json.root().path("corrections").has(correction)) {
            throw row.fault(CORRECTION, "unknown correction " + CatalogRow.quoted(correction));
        }
        return CatalogRowReader.read(whole, own);
    }

    private JsonNode defaults(String part, CatalogRow row, String field) {
        return json.root().path(part).path(row.text(field));
    }

    private Correction correction(String key) {
        return CorrectionReader.read(json.root().path("corrections").path(key));
    }
}
