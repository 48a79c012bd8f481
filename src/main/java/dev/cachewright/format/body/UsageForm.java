package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// The forms in which servers, gateways and SDKs report the tokens of a call: where each count is, by its path in the
/// usage object. The first path with a value counts.
///
/// Sources: the vendors' API references; recorded answers of OpenAI, Azure, Anthropic, Bedrock, DeepSeek, Mistral, xAI,
/// Hugging Face, OpenRouter, LiteLLM and llama.cpp.
enum UsageForm {

    /// Anthropic: the input is only what follows the last breakpoint.
    ANTHROPIC(false, new Signs(List.of("cache_read_input_tokens", "cache_creation_input_tokens", "cache_creation"),
            List.of("prompt_tokens")),
            List.of("input_tokens"), List.of("cache_read_input_tokens"), List.of("cache_creation_input_tokens"),
            List.of("cache_creation/ephemeral_1h_input_tokens"), List.of("output_tokens")),
    /// Bedrock's Converse, where the input excludes the cached tokens too. Its lifetimes are in a list.
    CONVERSE(false, new Signs(List.of("cacheReadInputTokens", "cacheWriteInputTokens"), List.of("input_tokens")),
            List.of("inputTokens"), List.of("cacheReadInputTokens"), List.of("cacheWriteInputTokens"), List.of(),
            List.of("outputTokens")),
    /// Vercel's AI SDK from version 6 on; before, the counts were numbers.
    VERCEL(true, new Signs(List.of("inputTokens", "promptTokens"), List.of("input_tokens")),
            List.of("inputTokens/total", "inputTokens", "promptTokens"),
            List.of("inputTokens/cacheRead", "inputTokenDetails/cacheReadTokens", "cachedInputTokens"),
            List.of("inputTokens/cacheWrite", "inputTokenDetails/cacheWriteTokens"), List.of(),
            List.of("outputTokens/total", "outputTokens", "completionTokens")),
    /// LangChain's `usage_metadata`, which includes the cached tokens for every vendor.
    LANGCHAIN(true, new Signs(List.of("input_token_details"), List.of()),
            List.of("input_tokens"), List.of("input_token_details/cache_read"),
            List.of("input_token_details/cache_creation"), List.of("input_token_details/ephemeral_1h_input_tokens"),
            List.of("output_tokens")),
    /// Gemini's `usageMetadata`.
    GEMINI(true, new Signs(List.of("promptTokenCount"), List.of()),
            List.of("promptTokenCount"), List.of("cachedContentTokenCount"), List.of(), List.of(),
            List.of("candidatesTokenCount")),
    /// llama.cpp's `timings`, whose prompt is what was computed.
    LLAMA(false, new Signs(List.of("cache_n", "prompt_n"), List.of()),
            List.of("prompt_n"), List.of("cache_n"), List.of(), List.of(), List.of("predicted_n")),
    /// Ollama's own API.
    OLLAMA(true, new Signs(List.of("prompt_eval_count"), List.of()),
            List.of("prompt_eval_count"), List.of("prompt_eval_cached_count"), List.of(), List.of(),
            List.of("eval_count")),
    /// Chat Completions, Responses and what other servers and gateways add to them.
    OPENAI(true, new Signs(List.of("prompt_tokens", "input_tokens", "completion_tokens", "output_tokens",
            "prompt_tokens_details", "input_tokens_details", "total_tokens"), List.of()),
            List.of("prompt_tokens", "input_tokens"),
            List.of("prompt_tokens_details/cached_tokens", "input_tokens_details/cached_tokens", "cached_tokens",
                    "num_cached_tokens", "prompt_cache_hit_tokens", "cache_read_input_tokens"),
            List.of("prompt_tokens_details/cache_write_tokens", "input_tokens_details/cache_write_tokens",
                    "prompt_tokens_details/cache_creation_tokens", "cache_creation_input_tokens"),
            List.of("input_tokens_details/cache_write_tokens_details/ttl_12h_tokens",
                    "prompt_tokens_details/cache_write_tokens_details/ttl_12h_tokens",
                    "prompt_tokens_details/cache_creation_token_details/ephemeral_1h_input_tokens",
                    "cache_creation/ephemeral_1h_input_tokens"),
            List.of("completion_tokens", "output_tokens"));

    private static final List<UsageForm> ALL = List.of(values());

    private final boolean isInclusive;
    private final Signs signs;
    private final List<String> input;
    private final List<String> cached;
    private final List<String> written;
    private final List<String> longWritten;
    private final List<String> output;

    /// What tells the form.
    ///
    /// @param some fields of which one is there
    /// @param none fields that are not
    private record Signs(List<String> some, List<String> none) {
    }

    UsageForm(boolean isInclusive, Signs signs, List<String> input, List<String> cached, List<String> written,
            List<String> longWritten, List<String> output) {
        this.isInclusive = isInclusive;
        this.signs = signs;
        this.input = input;
        this.cached = cached;
        this.written = written;
        this.longWritten = longWritten;
        this.output = output;
    }

    /// The form of a usage object; empty where no count in it is known.
    static Optional<UsageForm> of(JsonNode usage) {
        for (UsageForm form : ALL) {
            if (hasOne(usage, form.signs.some()) && !hasOne(usage, form.signs.none())) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private static boolean hasOne(JsonNode usage, List<String> names) {
        for (String name : names) {
            if (usage.has(name)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the input includes what was read from the cache and written to it.
    boolean isInclusive() {
        return isInclusive;
    }

    List<String> input() {
        return input;
    }

    List<String> cached() {
        return cached;
    }

    List<String> written() {
        return written;
    }

    /// What of that is kept for the longer of the vendor's lifetimes.
    List<String> longWritten() {
        return longWritten;
    }

    List<String> output() {
        return output;
    }
}
