package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Reads request settings from front matter.
final class SettingsReader {

    static final String CONFIG = "config";
    static final String INPUT = "input";
    static final String DEFAULT = "default";
    static final String EXTRA = "cachewright.request";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SettingsReader() {
    }

    static Settings read(FrontMatter frontMatter) {
        String model = frontMatter.textAt("model");
        Api api = Api.of(frontMatter.textAt("cachewright.api"))
                .orElse(model.contains("claude") ? Api.MESSAGES : Api.CHAT);
        return new Settings(model.substring(model.lastIndexOf('/') + 1), api, fields(frontMatter.at(CONFIG)),
                CacheEntry.settings(frontMatter),
                fields(frontMatter.at(EXTRA)));
    }

    static Map<String, Object> defaults(FrontMatter frontMatter) {
        var defaults = new LinkedHashMap<String, Object>();
        frontMatter.at(INPUT).path(DEFAULT).properties()
                .forEach(entry -> defaults.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
        defaults.values().removeIf(value -> value == null);
        return defaults;
    }

    private static SequencedMap<String, String> fields(JsonNode node) {
        var fields = new LinkedHashMap<String, String>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue().toString()));
        return fields;
    }
}
