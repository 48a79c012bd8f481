package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.part.ServerJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The settings of a request that may matter to a cache, by the path of their field in the body.
///
/// Fields of the endpoints that mean the same have one path, and values that are the default are left out.
public final class SentSettings {

    private static final Map<String, String> CONFIG = Map.of("reasoningEffort", "reasoning.effort", "verbosity",
            "text.verbosity");
    private static final Map<String, String> CONFIG_OF_CLAUDE = Map.of("reasoningEffort", "output_config.effort");
    private static final Map<String, String> SAME = Map.of("reasoning_effort", "reasoning.effort", "verbosity",
            "text.verbosity", "response_format", "text.format");
    private static final Set<String> WHOLE = Set.of("response_format", "thinking", "tool_choice", "context_management");
    private static final Map<String, Set<String>> DEFAULTS = Map.of("service_tier", Set.of("auto", "default"),
            "parallel_tool_calls", Set.of("true"), "tool_choice", Set.of("auto", "{\"type\":\"auto\"}"), "speed",
            Set.of("standard"), "output_config.effort", Set.of("high"), "thinking", Set.of("{\"type\":\"disabled\"}"),
            "text.format", Set.of("{\"type\":\"text\"}"));

    /// Anthropic's opposite of `parallel_tool_calls`, within `tool_choice`.
    private static final String PARALLEL_OFF = "disable_parallel_tool_use";

    private SentSettings() {
    }

    /// @return values as text or compact JSON, by path
    public static Map<String, String> of(Settings settings) {
        var found = new TreeMap<String, String>();
        settings.extra().forEach((name, json) -> ServerJson.read(json).ifPresent(value -> put(found, name, value)));
        (settings.api() == Api.MESSAGES ? CONFIG_OF_CLAUDE : CONFIG).forEach((key, path) -> {
            if (settings.config().containsKey(key)) {
                ServerJson.read(settings.config().get(key)).ifPresent(value -> found.put(path, text(value)));
            }
        });
        found.entrySet().removeIf(
                entry -> DEFAULTS.getOrDefault(entry.getKey(), Set.of()).contains(entry.getValue()));
        return found;
    }

    /// The service tier that is asked for; empty for the standard one.
    public static String tier(Settings settings) {
        return of(settings).getOrDefault("service_tier", "");
    }

    private static void put(Map<String, String> found, String name, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        String path = SAME.getOrDefault(name, name);
        if (value.isObject() && !WHOLE.contains(name)) {
            value.properties().forEach(field -> found.put(path + "." + field.getKey(), text(field.getValue())));
        } else {
            found.put(path, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : canonical(value).toString();
    }

    /// The value with its fields in order, and without those that say what is the default anyhow.
    private static JsonNode canonical(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        value.propertyStream().sorted(Map.Entry.comparingByKey())
                .filter(field -> !field.getKey().equals(PARALLEL_OFF) || field.getValue().asBoolean())
                .forEach(field -> sorted.set(field.getKey(), canonical(field.getValue())));
        return sorted;
    }
}
