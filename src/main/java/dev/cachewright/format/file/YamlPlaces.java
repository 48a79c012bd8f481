package dev.cachewright.format.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/// Where keys and values stand in YAML. The parser's own columns are code points; offsets here are UTF-16 units.
final class YamlPlaces {

    private final String yaml;
    private final JsonParser parser;
    private JsonLocation key;

    /// @param parser over that text, at its beginning
    YamlPlaces(String yaml, JsonParser parser) {
        this.yaml = yaml;
        this.parser = parser;
    }

    /// The offset of what these keys, and indices of lists, lead to; empty where there is no such thing.
    ///
    /// @param isKey whether the last key itself is meant, not its value
    OptionalInt find(List<String> path, boolean isKey) throws IOException {
        parser.nextToken();
        for (String step : path) {
            if (!enter(step)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(offset(isKey ? key : parser.currentTokenLocation()));
    }

    private boolean enter(String step) throws IOException {
        boolean isList = parser.currentToken() == JsonToken.START_ARRAY;
        if (!isList && parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        int index = 0;
        for (JsonToken token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
            key = parser.currentTokenLocation();
            String name = isList ? String.valueOf(index++) : parser.currentName();
            if (!isList) {
                parser.nextToken();
            }
            if (name.equals(step)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private int offset(JsonLocation at) {
        int start = 0;
        for (int line = 1; line < at.getLineNr(); line++) {
            start = afterBreak(start);
        }
        int end = start;
        while (end < yaml.length() && yaml.charAt(end) != '\n' && yaml.charAt(end) != '\r') {
            end++;
        }
        int before = Math.min(at.getColumnNr() - 1, yaml.codePointCount(start, end));
        return yaml.offsetByCodePoints(start, Math.max(0, before));
    }

    private int afterBreak(int from) {
        int at = from;
        while (at < yaml.length() && yaml.charAt(at) != '\n' && yaml.charAt(at) != '\r') {
            at++;
        }
        return Math.min(yaml.length(), yaml.startsWith("\r\n", at) ? at + 2 : at + 1);
    }
}
