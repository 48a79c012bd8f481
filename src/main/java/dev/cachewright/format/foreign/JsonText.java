package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.SequencedMap;

/// A JSON object of which only the fields that are asked for are looked into.
///
/// @param fields each value as its exact text
record JsonText(String text, SequencedMap<String, String> fields) {

    /// @throws InputException with line and column where the text is not a JSON object
    static JsonText of(String text) {
        return new JsonText(text, RawJson.fields(text));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean hasAny(String... names) {
        for (String name : names) {
            if (has(name)) {
                return true;
            }
        }
        return false;
    }

    String raw(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean isObject(String name) {
        return RawJson.isObject(raw(name));
    }

    boolean isArray(String name) {
        return RawJson.isArray(raw(name));
    }

    boolean isText(String name) {
        return raw(name).startsWith("\"");
    }

    /// The text of a field; empty where it has none.
    String text(String name) {
        return isText(name) ? RawJson.text(raw(name)).orElse("") : "";
    }

    /// The value of a field; a missing node where there is none.
    JsonNode at(String name) {
        return has(name) ? RawJson.tree(raw(name)) : MissingNode.getInstance();
    }

    /// A fault inside a field, as it is in the whole text.
    InputException placed(InputException fault, String field) {
        return RawJson.placed(fault, text, field, -1);
    }
}
