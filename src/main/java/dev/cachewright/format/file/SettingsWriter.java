package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes request settings as values on one line of YAML; JSON is YAML.
final class SettingsWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SettingsWriter() {
    }

    /// The model with the provider that the file has before a slash.
    static String model(String before, String model) {
        String provider = before.contains("/") ? before.substring(0, before.indexOf('/')) : providerOf(model);
        String known = provider.equals("openai") || provider.equals("anthropic") ? providerOf(model) : provider;
        return known + "/" + model;
    }

    private static String providerOf(String model) {
        return model.startsWith("claude") ? "anthropic" : "openai";
    }

    /// A mapping on one line; empty where there are no entries.
    static String map(Map<String, String> fields) {
        return fields.isEmpty() ? ""
                : RawJson.object(new LinkedHashMap<>(fields)).replaceAll("(?<!\\s)\\s*[\\r\\n]\\s*", " ");
    }

    /// The declaration of the variables with these defaults; empty where it says nothing.
    static String input(JsonNode before, Map<String, Object> defaults) {
        ObjectNode input = before.isObject() ? before.deepCopy() : JSON.createObjectNode();
        input.remove(SettingsReader.DEFAULT);
        if (!defaults.isEmpty()) {
            input.set(SettingsReader.DEFAULT, JSON.valueToTree(defaults));
        }
        return input.isEmpty() ? "" : input.toString();
    }

    static String scalar(String value) {
        return value.matches("[\\w./-]+") ? value : RawJson.quote(value);
    }
}
