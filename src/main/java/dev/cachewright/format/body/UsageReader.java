package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Reads the usage objects of the three endpoints and of Bedrock's Converse. What a server left out stays unknown, and so does what cannot be:
/// a negative count, one that no request can have, and more of a part than of the whole.
public final class UsageReader {

    private static final String CACHED = "cached_tokens";
    private static final String WRITTEN = "cache_write_tokens";
    private static final String FOR_LONG = "ephemeral_1h_input_tokens";
    private static final Names ANTHROPIC = new Names("cache_read_input_tokens", "cache_creation_input_tokens",
            "input_tokens", "output_tokens");
    private static final Names CONVERSE = new Names("cacheReadInputTokens", "cacheWriteInputTokens", "inputTokens",
            "outputTokens");
    /// No model takes a tenth of it.
    private static final long MOST = 100_000_000L;
    private static final int LONGEST_QUOTE = 60;

    private final JsonNode usage;
    private final String json;
    private final long mostInput;
    private final List<String> unreadable = new ArrayList<>();

    /// What counts are called that exclude each other.
    private record Names(String cached, String written, String rest, String output) {
    }

    private UsageReader(JsonNode usage, String json, long mostInput) {
        this.usage = usage;
        this.json = json;
        this.mostInput = mostInput;
    }

    /// @param json the usage object; empty or `null` where the server sent none
    public static Usage read(String json) {
        return read(json, "");
    }

    /// The usage of a request, where what its body rules out cannot be read either.
    ///
    /// @param body of the request; empty where it is not known
    public static Usage read(String json, String body) {
        if (json.isBlank() || json.strip().equals("null")) {
            return Usage.unknown();
        }
        try {
            JsonNode usage = RawJson.tree(json);
            if (!usage.isObject()) {
                return unreadable(json);
            }
            Usage read = new UsageReader(usage, json, MOST).read();
            // Reading the body takes time, and no request is too short for a small count.
            if (body.isEmpty() || read.input().orElse(0) <= body.length()) {
                return read;
            }
            long most = InputBound.of(body).orElse(MOST);
            return read.input().getAsLong() <= most ? read : new UsageReader(usage, json, Math.min(most, MOST)).read();
        } catch (InputException _) {
            return unreadable(json);
        }
    }

    private static Usage unreadable(String json) {
        return Usage.unreadable(json, "usage " + quoted(json));
    }

    private static String quoted(String json) {
        return json.length() > LONGEST_QUOTE ? json.substring(0, LONGEST_QUOTE) + "…" : json;
    }

    private Usage read() {
        // Gateways add Anthropic's fields to OpenAI's, where the input holds the cached tokens already.
        boolean isAnthropic = usage.has(ANTHROPIC.cached()) || usage.has(ANTHROPIC.written());
        if (isAnthropic && !usage.has("prompt_tokens")) {
            return readExclusive(ANTHROPIC);
        }
        if (usage.has(CONVERSE.rest()) && !usage.has(ANTHROPIC.rest())) {
            return readExclusive(CONVERSE);
        }
        JsonNode chat = part("prompt_tokens_details");
        JsonNode responses = part("input_tokens_details");
        JsonNode details = chat.isObject() ? chat : responses;
        OptionalLong prompt = within("prompt_tokens", number(usage, "prompt_tokens"), mostInput);
        OptionalLong input = prompt.isPresent()
                ? prompt
                : within("input_tokens", number(usage, "input_tokens"), mostInput);
        OptionalLong cached = within(CACHED, cached(details), input.orElse(mostInput));
        OptionalLong written = within(WRITTEN, number(details, WRITTEN), input.orElse(mostInput) - cached.orElse(0));
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

    /// Anthropic counts only what follows the last breakpoint as input, and so does Bedrock's Converse.
    private Usage readExclusive(Names names) {
        OptionalLong cached = within(names.cached(), number(usage, names.cached()), mostInput);
        OptionalLong written = within(names.written(), number(usage, names.written()), mostInput);
        OptionalLong rest = within(names.rest(), number(usage, names.rest()), mostInput);
        // A part that cannot be right leaves the sum unknown; one that is not there is nothing.
        OptionalLong input = rest.isEmpty() || !unreadable.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rest.getAsLong() + cached.orElse(0) + written.orElse(0));
        OptionalLong forLong = names == CONVERSE ? longOfConverse() : number(part("cache_creation"), FOR_LONG);
        OptionalLong longWritten = within(FOR_LONG, forLong, written.orElse(MOST));
        return new Usage(input, cached, written, longWritten, number(usage, names.output()), json, unreadable);
    }

    /// Converse lists what was written by its lifetime.
    private OptionalLong longOfConverse() {
        for (JsonNode detail : usage.path("cacheDetails")) {
            if (detail.path("ttl").asText("").equals("1h")) {
                return number(detail, "inputTokens");
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong first(String name, String otherName) {
        OptionalLong value = number(usage, name);
        return value.isPresent() ? value : number(usage, otherName);
    }

    /// An object within the usage; one that is something else cannot be read.
    private JsonNode part(String name) {
        JsonNode part = usage.path(name);
        if (!part.isObject() && !part.isMissingNode() && !part.isNull()) {
            unreadable.add(name + " " + quoted(part.toString()));
        }
        return part;
    }

    private OptionalLong number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0
                || value.longValue() > MOST) {
            unreadable.add(name + " " + quoted(value.toString()));
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
