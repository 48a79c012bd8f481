package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Finds the characters of a JSON text that a pointer and an offset name.
public final class JsonPlaces {

    private static final int UNICODE_ESCAPE = 6;

    private JsonPlaces() {
    }

    /// The place in `json` of the character at `offset` of the value at `pointer`; of the nearest value around it where
    /// there is none.
    public static int offsetOf(String json, String pointer, int offset) {
        try (JsonParser parser = RawJson.parser(json)) {
            parser.nextToken();
            boolean isFound = true;
            for (String step : steps(pointer)) {
                isFound = isFound && enter(parser, step);
            }
            int start = (int) parser.currentTokenLocation().getCharOffset();
            return isFound && parser.currentToken() == JsonToken.VALUE_STRING ? inString(json, start + 1, offset)
                    : start;
        } catch (IOException e) {
            throw RawJson.unreadable(e, json);
        }
    }

    /// The exact text of the value at a pointer; empty where there is none.
    public static Optional<String> raw(String json, String pointer) {
        try (JsonParser parser = RawJson.parser(json)) {
            parser.nextToken();
            for (String step : steps(pointer)) {
                if (!enter(parser, step)) {
                    return Optional.empty();
                }
            }
            return Optional.of(RawJson.slice(parser, json));
        } catch (IOException e) {
            throw RawJson.unreadable(e, json);
        }
    }

    private static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(step -> step.replace("~1", "/").replace("~0", "~")).toList();
    }

    /// Goes on to the value of a field or an element; stays at the end of what has none.
    private static boolean enter(JsonParser parser, String step) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWanted = parser.currentName().equals(step);
                parser.nextToken();
                if (isWanted) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY || !step.matches("\\d{1,9}")) {
            return false;
        }
        int index = Integer.parseInt(step);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index-- == 0) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    /// Steps over so many units of a JSON string.
    private static int inString(String json, int start, int units) {
        int at = start;
        for (int i = 0; i < units && at < json.length() && json.charAt(at) != '"'; i++) {
            at += escapeLength(json, at);
        }
        return at;
    }

    /// The characters that stand for the unit at `at` of a JSON string.
    public static int escapeLength(String json, int at) {
        if (json.charAt(at) != '\\') {
            return 1;
        }
        return at + 1 < json.length() && json.charAt(at + 1) == 'u' ? UNICODE_ESCAPE : 2;
    }
}
