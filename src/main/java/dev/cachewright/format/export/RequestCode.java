package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// A request as code that sends it: the very body of the Request tab, markers and keys of the cache included. What the
/// types of an SDK do not know goes the way that the SDK has for it. Code that takes the answer piece by piece asks for a
/// stream; curl asks for the answer as a whole, with its usage.
///
/// @param json the body
/// @param fields of the body, in its order
public record RequestCode(Api api, String json, SequencedMap<String, JsonNode> fields, Endpoint endpoint) {

    static final String STREAM = "stream";

    private static final Set<String> CHAT = Set.of("model", "messages", "tools", "tool_choice", "response_format",
            "temperature", "top_p", "max_completion_tokens", "max_tokens", "stop", "seed", "frequency_penalty",
            "presence_penalty", "reasoning_effort", "verbosity", "prompt_cache_key", "prompt_cache_retention", "n",
            "parallel_tool_calls", "service_tier", "store", "metadata", "user", "stream", "stream_options",
            "logprobs", "top_logprobs", "logit_bias");
    private static final Set<String> RESPONSES = Set.of("model", "instructions", "input", "tools", "tool_choice",
            "text", "temperature", "top_p", "max_output_tokens", "reasoning", "prompt_cache_key",
            "prompt_cache_retention", "parallel_tool_calls", "previous_response_id", "service_tier", "store",
            "metadata", "user", "include", "truncation", "stream");
    private static final Set<String> MESSAGES = Set.of("model", "max_tokens", "system", "messages", "tools",
            "tool_choice", "temperature", "top_p", "top_k", "stop_sequences", "thinking", "metadata", "service_tier",
            "stream");

    /// The code, which ends with a line break.
    public static String of(CodeForm form, SentRequest sent, Endpoint endpoint) {
        var fields = new LinkedHashMap<String, JsonNode>();
        String json = RequestBodyWriter.write(sent, form.isStreaming()).json();
        RawJson.fields(json).forEach((name, value) -> fields.put(name, RawJson.tree(value)));
        var code = new RequestCode(sent.request().settings().api(), json, fields, endpoint);
        return switch (form) {
            case CURL -> CurlCode.of(code);
            case PYTHON -> PythonCode.of(code);
            case JAVASCRIPT -> JavaScriptCode.of(code);
            case JAVA -> new JavaCode(code).text();
        };
    }

    /// Whether the SDKs have had this field for long; the others go beside.
    boolean isKnown(String field) {
        return (switch (api) {
            case CHAT -> CHAT;
            case RESPONSES -> RESPONSES;
            case MESSAGES -> MESSAGES;
        }).contains(field);
    }

    /// The fields that the SDKs know, or the others.
    SequencedMap<String, JsonNode> fields(boolean isKnown) {
        var some = new LinkedHashMap<String, JsonNode>();
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            if (isKnown(field.getKey()) == isKnown) {
                some.put(field.getKey(), field.getValue());
            }
        }
        return some;
    }
}
