package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/// Numbers that are too large to be one, as `1e400`: they would be read as infinite.
public final class Overflow {

    /// What is said of such a number.
    public static final String WORDS = "This number is too large: write it as a text in quotes, or below 1e308";

    private Overflow() {
    }

    /// Whether there is one in a tree.
    public static boolean isIn(JsonNode node) {
        if (node.isContainerNode()) {
            for (JsonNode child : node) {
                if (isIn(child)) {
                    return true;
                }
            }
            return false;
        }
        return node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue());
    }

    /// Where the first one begins.
    public static Optional<JsonLocation> first(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(parser.getDoubleValue())) {
                return Optional.of(parser.currentTokenLocation());
            }
        }
        return Optional.empty();
    }
}
