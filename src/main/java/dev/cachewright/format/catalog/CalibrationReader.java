package dev.cachewright.format.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Correction;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Reads `{"corrections": {"claude-sonnet-4-6": {"low": 1.10, "typical": 1.12, "high": 1.14, "source": "…"}}}`.
///
/// An invalid entry is reported and left out, and so is everything after a fault in the JSON itself; the rest is used.
public final class CalibrationReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CORRECTIONS = "corrections";
    private static final String NO_SOURCE = "calibration.json";

    private final Predicate<String> isExact;
    private final Map<String, Correction> corrections = new HashMap<>();
    private final List<InputException> problems = new ArrayList<>();

    private CalibrationReader(Predicate<String> isExact) {
        this.isExact = isExact;
    }

    /// @param isExact whether a model is counted exactly and has nothing to correct
    public static Calibration read(String json, Predicate<String> isExact) {
        var reader = new CalibrationReader(isExact);
        try (JsonParser parser = JSON.createParser(json)) {
            reader.readRoot(parser);
        } catch (IOException e) {
            reader.problems.add(RawJson.unreadable(e, json));
        }
        return new Calibration(reader.corrections, reader.problems);
    }

    private void readRoot(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            report(parser.currentTokenLocation(), "Expected an object with \"corrections\" here");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isAwaited = parser.currentName().equals(CORRECTIONS);
            parser.nextToken();
            if (!isAwaited) {
                parser.skipChildren();
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                readEntries(parser);
            } else {
                report(parser.currentTokenLocation(), "Expected an object of corrections by model here");
                parser.skipChildren();
            }
        }
    }

    private void readEntries(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String model = parser.currentName();
            JsonLocation at = parser.currentTokenLocation();
            parser.nextToken();
            JsonNode entry = JSON.readTree(parser);
            if (isExact.test(model)) {
                report(at, "\"" + model + "\" is counted exactly and does not take a correction");
            } else {
                read(model, entry, at);
            }
        }
    }

    private void read(String model, JsonNode entry, JsonLocation at) {
        try {
            if (entry instanceof ObjectNode object && object.path("source").asText("").isEmpty()) {
                object.put("source", NO_SOURCE);
            }
            corrections.put(model, CorrectionReader.read(entry));
        } catch (InputException e) {
            report(at, "\"" + model + "\" is left out: " + e.getMessage());
        }
    }

    private void report(JsonLocation at, String message) {
        problems.add(new InputException(message, at.getLineNr(), Math.max(1, at.getColumnNr())));
    }
}
