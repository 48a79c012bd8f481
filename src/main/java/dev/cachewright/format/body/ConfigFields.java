package dev.cachewright.format.body;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Dotprompt's `config` keys as fields of a request body.
final class ConfigFields {

    private static final Map<String, String> CHAT = Map.of("temperature", "temperature", "maxOutputTokens",
            "max_completion_tokens", "topP", "top_p", "stopSequences", "stop", "frequencyPenalty", "frequency_penalty",
            "presencePenalty", "presence_penalty", "seed", "seed", "reasoningEffort", "reasoning_effort", "verbosity",
            "verbosity");
    private static final Map<String, String> RESPONSES = Map.of("temperature", "temperature", "maxOutputTokens",
            "max_output_tokens", "topP", "top_p");
    private static final Map<String, String> MESSAGES = Map.of("temperature", "temperature", "maxOutputTokens",
            "max_tokens", "topP", "top_p", "topK", "top_k", "stopSequences", "stop_sequences");

    private static final Map<String, Inner> IN_RESPONSES = Map.of("reasoningEffort", new Inner("reasoning", "effort"),
            "verbosity", new Inner("text", "verbosity"));
    private static final Map<String, Inner> IN_MESSAGES = Map.of("reasoningEffort",
            new Inner("output_config", "effort"));

    private ConfigFields() {
    }

    /// The fields that the settings ask for, in the order of the file; keys that an endpoint does not know are left
    /// out. What the request has beside a field inside an object stays there.
    static SequencedMap<String, String> of(Settings settings, Api api) {
        Map<String, String> names = names(api);
        Map<String, Inner> inner = inner(api);
        var fields = new LinkedHashMap<String, String>();
        settings.config().forEach((key, value) -> {
            if (names.containsKey(key)) {
                fields.put(names.get(key), value);
            } else if (inner.containsKey(key)) {
                String holder = inner.get(key).holder();
                fields.put(holder, with(settings.extra().getOrDefault(holder, ""), inner.get(key).name(), value));
            }
        });
        if (api == Api.MESSAGES) {
            // The endpoint refuses a request without it.
            fields.putIfAbsent("max_tokens", "1024");
        }
        return fields;
    }

    private static String with(String object, String name, String value) {
        SequencedMap<String, String> fields = RawJson.isObject(object)
                ? RawJson.fields(object)
                : new LinkedHashMap<>();
        fields.put(name, value);
        return RawJson.object(fields);
    }

    /// The config key for a field of a body; empty where there is none.
    static String keyOf(String field, Api api) {
        return names(api).entrySet().stream().filter(entry -> entry.getValue().equals(field)).map(Map.Entry::getKey)
                .findFirst().orElse("");
    }

    private static Map<String, String> names(Api api) {
        return switch (api) {
            case CHAT -> CHAT;
            case RESPONSES -> RESPONSES;
            case MESSAGES -> MESSAGES;
        };
    }

    private static Map<String, Inner> inner(Api api) {
        return switch (api) {
            case CHAT -> Map.of();
            case RESPONSES -> IN_RESPONSES;
            case MESSAGES -> IN_MESSAGES;
        };
    }

    /// A field inside an object of the body.
    private record Inner(String holder, String name) {
    }
}
