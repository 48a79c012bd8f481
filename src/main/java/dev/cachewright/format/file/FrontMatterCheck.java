package dev.cachewright.format.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.Overflow;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Front matter that is YAML, and still nothing that can be used: it is refused with its place, not passed over.
final class FrontMatterCheck {

    private static final List<String> NAMES = List.of("model", "cachewright.api", PromptFile.TOOLS, PromptFile.SCHEMA,
            PromptFile.VALUES);
    private static final List<String> MAPPINGS = List.of(SettingsReader.CONFIG, SettingsReader.EXTRA, CacheEntry.KEY,
            "input");

    private final int lineBefore;
    private final Source source;

    private FrontMatterCheck(int lineBefore, Source source) {
        this.lineBefore = lineBefore;
        this.source = source;
    }

    /// Reads the YAML once more, to find a place in it.
    interface Source {
        JsonParser parser() throws IOException;
    }

    /// @param lineBefore how many lines of the file precede the YAML
    /// @throws InputException with line and column of a list where a name should be, or of a number that is too large
    static void check(JsonNode tree, int lineBefore, Source source) throws IOException {
        var check = new FrontMatterCheck(lineBefore, source);
        for (String name : NAMES) {
            if (tree.path(name).isContainerNode()) {
                throw check.at(check.placeOf(name), "\"" + name + "\" takes one name, not a list");
            }
        }
        for (String name : MAPPINGS) {
            JsonNode value = tree.path(name);
            if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
                throw check.at(check.placeOf(name), "\"" + name + "\" takes \"key: value\" pairs");
            }
        }
        for (Map.Entry<String, JsonNode> entry : tree.path(CacheEntry.KEY).properties()) {
            if (entry.getValue().isContainerNode() && CacheEntry.NAMES.contains(entry.getKey())) {
                throw check.at(check.placeOf(CacheEntry.KEY), "\"" + entry.getKey() + "\" in \"" + CacheEntry.KEY
                        + "\" takes one value, not a list");
            }
        }
        if (Overflow.isIn(tree)) {
            try (JsonParser parser = source.parser()) {
                throw check.at(Overflow.first(parser), Overflow.WORDS);
            }
        }
    }

    private Optional<JsonLocation> placeOf(String key) throws IOException {
        try (JsonParser parser = source.parser()) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isFound = parser.currentName().equals(key);
                parser.nextToken();
                if (isFound) {
                    return Optional.of(parser.currentTokenLocation());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        }
    }

    private InputException at(Optional<JsonLocation> place, String message) {
        return new InputException(message, lineBefore + place.map(JsonLocation::getLineNr).orElse(1),
                place.map(JsonLocation::getColumnNr).orElse(1));
    }
}
