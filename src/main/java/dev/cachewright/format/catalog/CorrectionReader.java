package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Source;
import dev.cachewright.prompt.text.InputException;

/// Reads the factors between the counts of o200k_base and those of a model.
final class CorrectionReader {

    // Beyond it lies a slip of the pen, not a tokenizer: a token of o200k_base holds about four letters.
    private static final double MOST = 20;

    private CorrectionReader() {
    }

    /// @throws InputException without a place where the factors are missing or out of order
    static Correction read(JsonNode node) {
        double low = factor(node, "low");
        double typical = factor(node, "typical");
        double high = factor(node, "high");
        double others = node.has("otherScripts") ? factor(node, "otherScripts") : high;
        if (low > typical || typical > high) {
            throw wrong("a correction needs low ≤ typical ≤ high");
        }
        if (others < high) {
            throw wrong("\"otherScripts\" is the high factor for other letters and not below \"high\"");
        }
        return new Correction(low, typical, high, others,
                new Source(node.path("source").asText(""), node.path("note").asText("")));
    }

    private static double factor(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber() || value.doubleValue() <= 0 || value.doubleValue() > MOST) {
            throw wrong("a correction needs \"" + name + "\", a number above 0 and up to 20");
        }
        return value.doubleValue();
    }

    private static InputException wrong(String what) {
        return new InputException(what, 0, 0);
    }
}
