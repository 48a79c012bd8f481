package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Usage;
import java.util.List;
import java.util.OptionalLong;

/// Reads the usage objects of the three endpoints. What a server left out stays unknown.
public final class UsageReader {

    private static final String CACHED = "cached_tokens";
    private static final String WRITTEN = "cache_write_tokens";

    private UsageReader() {
    }

    /// @param json the usage object; empty or `null` where the server sent none
    public static Usage read(String json) {
        if (json.isBlank() || json.strip().equals("null")) {
            return Usage.unknown();
        }
        JsonNode usage = RawJson.tree(json);
        // Gateways add Anthropic's fields to OpenAI's, where the input holds the cached tokens already.
        boolean isAnthropic = usage.has("cache_read_input_tokens") || usage.has("cache_creation_input_tokens");
        if (isAnthropic && !usage.has("prompt_tokens")) {
            return readExclusive(usage, json);
        }
        JsonNode details = usage.path("prompt_tokens_details").isObject()
                ? usage.path("prompt_tokens_details")
                : usage.path("input_tokens_details");
        return new Usage(first(usage, "prompt_tokens", "input_tokens"), cached(usage, details),
                number(details, WRITTEN), first(usage, "completion_tokens", "output_tokens"), json);
    }

    /// Where servers beside OpenAI put it: Hugging Face, Mistral, DeepSeek, gateways to Anthropic.
    private static OptionalLong cached(JsonNode usage, JsonNode details) {
        OptionalLong cached = number(details, CACHED);
        for (String name : List.of(CACHED, "num_cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens")) {
            cached = cached.isPresent() ? cached : number(usage, name);
        }
        return cached;
    }

    /// Anthropic counts only what follows the last breakpoint as input.
    private static Usage readExclusive(JsonNode usage, String json) {
        OptionalLong cached = number(usage, "cache_read_input_tokens");
        OptionalLong written = number(usage, "cache_creation_input_tokens");
        OptionalLong rest = number(usage, "input_tokens");
        OptionalLong input = rest.isEmpty()
                ? rest
                : OptionalLong.of(rest.getAsLong() + cached.orElse(0) + written.orElse(0));
        return new Usage(input, cached, written, number(usage.path("cache_creation"), "ephemeral_1h_input_tokens"),
                number(usage, "output_tokens"), json);
    }

    private static OptionalLong first(JsonNode node, String name, String otherName) {
        OptionalLong value = number(node, name);
        return value.isPresent() ? value : number(node, otherName);
    }

    private static OptionalLong number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }
}
