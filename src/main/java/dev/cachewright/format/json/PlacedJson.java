package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.util.Optional;

/// A JSON value that knows where in its text each field and element begins.
///
/// Parts are named by their path, `/models/0/input`. Their places are looked up when one is asked for: most texts have
/// no fault.
public final class PlacedJson {

    private static final ObjectReader LENIENT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build().reader();
    private static final ObjectReader STRICT = LENIENT.with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final String json;
    private final JsonNode root;
    private final boolean hasRepeated;

    private PlacedJson(String json, JsonNode root, boolean hasRepeated) {
        this.json = json;
        this.root = root;
        this.hasRepeated = hasRepeated;
    }

    /// @throws InputException with line and column where the text is not JSON
    public static PlacedJson of(String json) {
        try {
            JsonNode root = STRICT.readTree(json);
            if (!root.isMissingNode()) {
                return new PlacedJson(json, root, false);
            }
        } catch (IOException _) {
            // A field that appears twice, or no JSON.
        }
        // Reports the same for text that is not JSON as every other reader.
        RawJson.tree(json);
        try {
            return new PlacedJson(json, LENIENT.readTree(json), true);
        } catch (IOException e) {
            throw RawJson.unreadable(e, json);
        }
    }

    public JsonNode root() {
        return root;
    }

    /// The first field at or below `path` that appears twice in its object.
    public Optional<String> repeatedIn(String path) {
        return hasRepeated
                ? PartPlaces.of(json).repeated().stream().filter(each -> each.startsWith(path + "/")).findFirst()
                : Optional.empty();
    }

    public boolean isRepeated(String path) {
        return hasRepeated && PartPlaces.of(json).repeated().contains(path);
    }

    /// A fault at `path`, or at the nearest part around it that the text has.
    public InputException fault(String path, String message) {
        JsonLocation at = PartPlaces.of(json).at(path);
        return new InputException(message, at.getLineNr(), Math.max(1, at.getColumnNr()));
    }
}
