package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Measured;
import dev.cachewright.catalog.Measurement;
import dev.cachewright.catalog.Source;
import dev.cachewright.prompt.text.InputException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                new Source(node.path("source").asText(""), node.path("note").asText(""), date(node), List.of(),
                        List.of()),
                node.path("measured").size());
    }

    /// What was measured for an entry that the program has written; empty for one that was written by hand.
    ///
    /// @throws InputException without a place where it cannot be read
    static Optional<Measured> measured(JsonNode entry) {
        if (!entry.path("measured").isArray() || entry.path("measured").isEmpty()) {
            return Optional.empty();
        }
        var requests = new ArrayList<Measurement>();
        for (JsonNode each : entry.path("measured")) {
            requests.add(new Measurement(each.path("request").asText(""), date(each).orElseThrow(() -> wrong(
                    "each of \"measured\" needs a \"date\", YYYY-MM-DD")), factor(each, "factor"),
                    Math.max(1, each.path("tokens").asInt())));
        }
        return Optional.of(new Measured(read(entry.path("catalogue")), requests));
    }

    private static Optional<LocalDate> date(JsonNode node) {
        try {
            return Optional.of(node.path("date").asText("")).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
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
