package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Puts rows of the catalogue together: what holds for a provider or a set of rules, the row, and over it what the
/// user's own row names.
final class CatalogMerge {

    private static final String UNCERTAIN = "uncertain";
    private static final String PRICES = "prices";
    private static final String ROW = "row";

    private CatalogMerge() {
    }

    /// The row with the fields of `defaults` that it does not have; it keeps their doubts on those.
    static ObjectNode inherit(JsonNode defaults, ObjectNode row) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (defaults instanceof ObjectNode given) {
            whole.setAll(given);
        }
        return over(whole, row);
    }

    /// `base` with the fields that `own` names. A price that `own` names holds from its `from` on, on all days where
    /// it has none.
    static ObjectNode correct(ObjectNode base, ObjectNode own, Optional<LocalDate> from) {
        List<String> prices = own.propertyStream().map(field -> field.getKey()).filter(CatalogPrices::isPrice)
                .toList();
        ObjectNode older = base.deepCopy();
        ObjectNode newer = own.deepCopy();
        boolean hasPrices = older.has(CatalogPrices.HISTORY)
                || older.propertyStream().anyMatch(field -> CatalogPrices.isPrice(field.getKey()));
        if (!prices.isEmpty() && hasPrices && !own.has(CatalogPrices.HISTORY)) {
            if (from.isPresent()) {
                append(older, newer, prices, from.get());
            } else {
                older.path(CatalogPrices.HISTORY).forEach(entry -> ((ObjectNode) entry).remove(prices));
            }
        }
        return over(older, newer);
    }

    /// The doubts of a row as an object by field.
    static ObjectNode doubts(ObjectNode row) {
        JsonNode doubts = row.path(UNCERTAIN);
        ObjectNode byField = JsonNodeFactory.instance.objectNode();
        if (doubts.isTextual()) {
            byField.set(ROW, doubts);
        } else if (doubts instanceof ObjectNode object) {
            byField.setAll(object);
        }
        return byField;
    }

    private static ObjectNode over(ObjectNode base, ObjectNode own) {
        ObjectNode doubts = doubts(base);
        own.fieldNames().forEachRemaining(name -> {
            doubts.remove(name);
            if (CatalogPrices.isPrice(name) || name.equals(CatalogPrices.HISTORY)) {
                doubts.remove(PRICES);
            }
        });
        doubts.setAll(doubts(own));
        ObjectNode merged = base.deepCopy();
        merged.setAll(own);
        merged.set(UNCERTAIN, doubts);
        return merged;
    }

    /// Moves the prices of `newer` to the end of the history, each beside what held before.
    private static void append(ObjectNode older, ObjectNode newer, List<String> prices, LocalDate from) {
        ArrayNode history = older.path(CatalogPrices.HISTORY).isArray()
                ? (ArrayNode) older.get(CatalogPrices.HISTORY)
                : JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode().put(
                        CatalogPrices.FROM, older.path(CatalogPrices.FROM).asText(LocalDate.MIN.toString())));
        ObjectNode entry = history.get(0).deepCopy();
        for (JsonNode each : history) {
            if (!LocalDate.parse(each.path(CatalogPrices.FROM).asText()).isAfter(from)) {
                entry.removeAll();
                entry.setAll((ObjectNode) each);
            }
        }
        prices.forEach(name -> entry.set(name, newer.remove(name)));
        newer.remove(CatalogPrices.FROM);
        entry.put(CatalogPrices.FROM, from.toString());
        // A correction from the very day of an entry replaces it.
        ArrayNode corrected = newer.putArray(CatalogPrices.HISTORY);
        history.forEach(each -> {
            if (!each.path(CatalogPrices.FROM).asText().equals(from.toString())) {
                corrected.add(each);
            }
        });
        corrected.add(entry);
    }
}
