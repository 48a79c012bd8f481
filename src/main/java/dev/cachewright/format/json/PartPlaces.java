package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Where in a JSON text each field and element begins, by its path.
///
/// @param repeated the fields that appear twice in their object, in the order of the text
record PartPlaces(Map<String, JsonLocation> places, Set<String> repeated) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param json a text that is JSON
    static PartPlaces of(String json) {
        var found = new PartPlaces(new HashMap<>(), new LinkedHashSet<>());
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            found.places.put("", parser.currentTokenLocation());
            found.read(parser, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// The place of this part, or of the nearest one around it that is there.
    JsonLocation at(String path) {
        String known = path;
        while (!places.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return places.get(known);
    }

    private void read(JsonParser parser, String path) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            default -> {
                // A value has no parts.
            }
        }
    }

    private void object(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = path + "/" + parser.currentName();
            if (places.put(field, parser.currentTokenLocation()) != null) {
                repeated.add(field);
            }
            parser.nextToken();
            read(parser, field);
        }
    }

    private void array(JsonParser parser, String path) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            String element = path + "/" + i;
            places.put(element, parser.currentTokenLocation());
            read(parser, element);
        }
    }
}
