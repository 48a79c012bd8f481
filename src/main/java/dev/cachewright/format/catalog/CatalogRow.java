package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A row of the catalogue, or an object inside it, read field by field; a field of the wrong kind is a fault at its
/// place.
///
/// @param fields all fields of the row, no matter who set them
/// @param json the text that the row's places are in
/// @param path where the row is in it
record CatalogRow(ObjectNode fields, PlacedJson json, String path) {

    // Beyond it lies a slip of the pen; it also keeps sums of money within their range.
    private static final BigDecimal DEAREST = BigDecimal.valueOf(100_000);
    private static final int DECIMALS = 6;

    /// The object at `path` there.
    ///
    /// @throws InputException where there is something else
    static CatalogRow at(JsonNode node, PlacedJson json, String path, String what) {
        if (node instanceof ObjectNode object) {
            return new CatalogRow(object, json, path);
        }
        throw json.fault(path, what + " is an object, with its fields in { }");
    }

    CatalogRow child(String name) {
        return at(fields.path(name), json, path + "/" + name, quoted(name));
    }

    /// The objects of the array in this field; none where it is missing.
    List<CatalogRow> children(String name) {
        var children = new ArrayList<CatalogRow>();
        for (JsonNode element : array(name)) {
            String place = path + "/" + name + "/" + children.size();
            children.add(at(element, json, place, "Each entry of " + quoted(name)));
        }
        return children;
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    /// The names of all fields.
    List<String> names() {
        var names = new ArrayList<String>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// Refuses fields that appear twice, and unknown ones.
    void refuseOthersThan(Predicate<String> known) {
        json.repeatedIn(path).ifPresent(field -> {
            throw json.fault(field, quoted(field.substring(field.lastIndexOf('/') + 1)) + " appears twice");
        });
        names().stream().filter(known.negate()).findFirst().ifPresent(name -> {
            throw fault(name, quoted(name) + " is not a known field here");
        });
    }

    /// The text in this field; empty where it is missing.
    String text(String name) {
        if (!has(name)) {
            return "";
        }
        if (!fields.get(name).isTextual() || fields.get(name).textValue().isBlank()) {
            throw fault(name, quoted(name) + " is a text in quotes");
        }
        return fields.get(name).textValue();
    }

    List<String> words(String name) {
        var words = new ArrayList<String>();
        for (JsonNode word : array(name)) {
            if (!word.isTextual() || word.textValue().isBlank()) {
                throw fault(name, quoted(name) + " is a list of texts in quotes");
            }
            words.add(word.textValue());
        }
        return words;
    }

    /// The whole number in this field, 0 where it is missing.
    int count(String name) {
        if (!has(name)) {
            return 0;
        }
        JsonNode value = fields.get(name);
        if (!value.isInt() || value.intValue() < 0) {
            throw fault(name, quoted(name) + " is a whole number, 0 or more");
        }
        return value.intValue();
    }

    /// Whether this field is `true`.
    boolean flag(String name) {
        if (has(name) && !fields.get(name).isBoolean()) {
            throw fault(name, quoted(name) + " is true or false");
        }
        return fields.path(name).asBoolean();
    }

    Optional<LocalDate> day(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw fault(name, quoted(name) + " is a day such as \"2026-11-23\", not " + quoted(text));
        }
    }

    Optional<TokenPrice> price(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = fields.get(name);
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw fault(name, quoted(name) + " is a price in dollars for a million tokens, 0 or more, not " + value);
        }
        BigDecimal dollars = value.decimalValue();
        if (dollars.compareTo(DEAREST) > 0 || dollars.stripTrailingZeros().scale() > DECIMALS) {
            throw fault(name, quoted(name) + " has up to six decimals and is not above 100,000");
        }
        return Optional.of(new TokenPrice(dollars));
    }

    /// The number above 0 in this field.
    BigDecimal factor(String name) {
        JsonNode value = fields.path(name);
        if (!value.isNumber() || value.decimalValue().signum() <= 0 || value.decimalValue().compareTo(DEAREST) > 0) {
            throw fault(name, quoted(name) + " is a factor above 0");
        }
        return value.decimalValue();
    }

    InputException fault(String name, String message) {
        return json.fault(path + "/" + name, message);
    }

    /// A fault of the row as a whole.
    InputException fault(String message) {
        return json.fault(path, message);
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private JsonNode array(String name) {
        JsonNode value = fields.path(name);
        if (has(name) && !value.isArray()) {
            throw fault(name, quoted(name) + " is a list in [ ]");
        }
        return value;
    }
}
