package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The model and what is asked of it, in Dotprompt's words.
///
/// @param model without the provider before a slash
/// @param config by Dotprompt's keys, each value as JSON
/// @param others names that were given and have no equal
record Options(String model, SequencedMap<String, String> config, List<String> others) {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("temperature", "temperature"),
            Map.entry("max_tokens", "maxOutputTokens"), Map.entry("maxTokens", "maxOutputTokens"),
            Map.entry("maxOutputTokens", "maxOutputTokens"), Map.entry("max_output_tokens", "maxOutputTokens"),
            Map.entry("max_completion_tokens", "maxOutputTokens"),
            Map.entry("top_p", "topP"), Map.entry("topP", "topP"), Map.entry("top_k", "topK"),
            Map.entry("topK", "topK"),
            Map.entry("frequency_penalty", "frequencyPenalty"), Map.entry("frequencyPenalty", "frequencyPenalty"),
            Map.entry("presence_penalty", "presencePenalty"), Map.entry("presencePenalty", "presencePenalty"),
            Map.entry("stop", "stopSequences"), Map.entry("stopSequences", "stopSequences"),
            Map.entry("stop_sequences", "stopSequences"), Map.entry("seed", "seed"),
            Map.entry("reasoning_effort", "reasoningEffort"), Map.entry("reasoningEffort", "reasoningEffort"),
            Map.entry("verbosity", "verbosity"));

    Options {
        config = Attributes.copyOf(config);
        others = List.copyOf(others);
    }

    /// @param given the options by their names in another format; anything but an object gives none
    static Options of(String model, JsonNode given) {
        var config = new LinkedHashMap<String, String>();
        var others = new ArrayList<String>();
        given.properties().forEach(entry -> {
            String name = NAMES.getOrDefault(entry.getKey(), "");
            if (name.isEmpty()) {
                others.add(entry.getKey());
            } else if (!entry.getValue().isNull() && !isReference(entry.getValue())) {
                config.put(name, entry.getValue().toString());
            }
        });
        return new Options(model.substring(model.lastIndexOf('/') + 1).strip(), config, others);
    }

    static Options none() {
        return new Options("", Attributes.none(), List.of());
    }

    /// Whether the value is taken from the environment when the other program runs.
    static boolean isReference(JsonNode value) {
        return value.isTextual() && (value.textValue().contains("${") || value.textValue().contains("{{"));
    }
}
