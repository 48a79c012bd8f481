package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads the usage objects of the three endpoints. What a server left out stays unknown, and so does what cannot be:
/// a negative count, one that no request can have, and more of a part than of the whole.
public final class UsageReader {

    private static final String CACHED = "cached_tokens";
    private static final String WRITTEN = "cache_write_tokens";
    /// No model takes a tenth of it.
    private static final long MOST = 100_000_000L;

    private final JsonNode usage;
    private final String json;
    private final List<String> unreadable = new ArrayList<>();

    private UsageReader(JsonNode usage, String json) {
        this.usage = usage;
        this.json = json;
    }

    /// @param json the usage object; empty or `null` where the server sent none
    public static Usage read(String json) {
        if (json.isBlank() || json.strip().equals("null")) {
            return Usage.unknown();
        }
        try {
            return new UsageReader(RawJson.tree(json), json).read();
        } catch (InputException _) {
            return Usage.unreadable(json);
        }
    }

    private Usage read() {
        // Gateways add Anthropic's fields to OpenAI's, where the input holds the cached tokens already.
        boolean isAnthropic = usage.has("cache_read_input_tokens") || usage.has("cache_creation_input_tokens");
        if (isAnthropic && !usage.has("prompt_tokens")) {
            return readExclusive();
        }
        JsonNode details = usage.path("prompt_tokens_details").isObject()
                ? usage.path("prompt_tokens_details")
                : usage.path("input_tokens_details");
        OptionalLong input = first("prompt_tokens", "input_tokens");
        OptionalLong cached = within(CACHED, cached(details), input.orElse(MOST));
        OptionalLong written = within(WRITTEN, number(details, WRITTEN), input.orElse(MOST) - cached.orElse(0));
        return new Usage(input, cached, written, OptionalLong.empty(), first("completion_tokens", "output_tokens"),
                json, unreadable);
    }

    /// Where servers beside OpenAI put it: Hugging Face, Mistral, DeepSeek, gateways to Anthropic.
    private OptionalLong cached(JsonNode details) {
        OptionalLong cached = number(details, CACHED);
        for (String name : List.of(CACHED, "num_cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens")) {
            cached = cached.isPresent() ? cached : number(usage, name);
        }
        return cached;
    }

    /// Anthropic counts only what follows the last breakpoint as input.
    private Usage readExclusive() {
        OptionalLong cached = number(usage, "cache_read_input_tokens");
        OptionalLong written = number(usage, "cache_creation_input_tokens");
        OptionalLong rest = number(usage, "input_tokens");
        // A part that cannot be right leaves the sum unknown; one that is not there is nothing.
        OptionalLong input = rest.isEmpty() || !unreadable.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rest.getAsLong() + cached.orElse(0) + written.orElse(0));
        String forLong = "ephemeral_1h_input_tokens";
        OptionalLong longWritten = within(forLong, number(usage.path("cache_creation"), forLong), written.orElse(MOST));
        return new Usage(input, cached, written, longWritten, number(usage, "output_tokens"), json, unreadable);
    }

    private OptionalLong first(String name, String otherName) {
        OptionalLong value = number(usage, name);
        return value.isPresent() ? value : number(usage, otherName);
    }

    private OptionalLong number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0
                || value.longValue() > MOST) {
            unreadable.add(name + " " + value);
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.longValue());
    }

    /// The count, where it is not more than what it is a part of.
    private OptionalLong within(String name, OptionalLong part, long whole) {
        if (part.isPresent() && part.getAsLong() > whole) {
            unreadable.add(name + " " + part.getAsLong());
            return OptionalLong.empty();
        }
        return part;
    }
}
