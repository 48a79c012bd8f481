package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A JSON value that knows where in its text each field and element begins.
///
/// Parts are named by their path, `/models/0/input`.
public final class PlacedJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonLocation> places = new HashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final JsonNode root;

    private PlacedJson(JsonParser parser) throws IOException {
        parser.nextToken();
        places.put("", parser.currentTokenLocation());
        this.root = read(parser, "");
    }

    /// @throws InputException with line and column where the text is not JSON
    public static PlacedJson of(String json) {
        // Reports the same for text that is not JSON as every other reader.
        RawJson.tree(json);
        try (JsonParser parser = JSON.createParser(json)) {
            return new PlacedJson(parser);
        } catch (IOException e) {
            throw RawJson.unreadable(e, json);
        }
    }

    public JsonNode root() {
        return root;
    }

    /// The first field at or below `path` that appears twice in its object.
    public Optional<String> repeatedIn(String path) {
        return repeated.stream().filter(each -> each.startsWith(path + "/")).findFirst();
    }

    public boolean isRepeated(String path) {
        return repeated.contains(path);
    }

    /// A fault at `path`, or at the nearest part around it that the text has.
    public InputException fault(String path, String message) {
        String known = path;
        while (!places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        JsonLocation at = places.get(known);
        return new InputException(message, at.getLineNr(), Math.max(1, at.getColumnNr()));
    }

    private JsonNode read(JsonParser parser, String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(parser.getDecimalValue());
            default -> JSON.readTree(parser);
        };
    }

    private ObjectNode object(JsonParser parser, String path) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String field = path + "/" + name;
            places.put(field, parser.currentTokenLocation());
            if (object.has(name)) {
                repeated.add(field);
            }
            parser.nextToken();
            object.set(name, read(parser, field));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String path) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String element = path + "/" + array.size();
            places.put(element, parser.currentTokenLocation());
            array.add(read(parser, element));
        }
        return array;
    }
}
