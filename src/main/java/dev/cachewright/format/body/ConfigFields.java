package dev.cachewright.format.body;

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

    private ConfigFields() {
    }

    /// The fields that the settings ask for, in the order of the file; keys that an endpoint does not know are left
    /// out.
    static SequencedMap<String, String> of(Settings settings, Api api) {
        Map<String, String> names = names(api);
        var fields = new LinkedHashMap<String, String>();
        settings.config().forEach((key, value) -> {
            if (names.containsKey(key)) {
                fields.put(names.get(key), value);
            } else if (api == Api.RESPONSES && key.equals("reasoningEffort")) {
                fields.put("reasoning", "{\"effort\": " + value + "}");
            }
        });
        if (api == Api.MESSAGES) {
            // The endpoint refuses a request without it.
            fields.putIfAbsent("max_tokens", "1024");
        }
        return fields;
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
}
