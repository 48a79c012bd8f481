package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cachewright.format.json.RawJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What stands around a request in a line of a log: where programs and gateways put the request, the answer's usage, the
/// time and the address.
///
/// @param fields of the line, each as its exact JSON
public record Envelope(SequencedMap<String, String> fields) {

    private static final List<String> REQUESTS = List.of("request", "body", "params", "request_body", "requestBody");
    private static final List<String> ANSWERS = List.of("response", "response_body", "responseBody", "result",
            "output");
    private static final List<String> WITHIN = List.of("body", "message", "response_metadata", "llm_output");
    private static final Set<String> FAILED = Set.of("failed", "failure", "error", "errored");
    private static final List<String> STATES = List.of("status", "status_code", "statusCode");
    private static final List<String> OUTCOMES = List.of("response", "result", "response_body");
    private static final int FIRST_ERROR = 400;
    private static final List<String> USAGES = List.of("usage", "usage_metadata", "usageMetadata", "token_usage",
            "tokenUsage", "timings");
    private static final List<String> TIMES = List.of("at", "timestamp", "time", "startTime", "start_time",
            "startedDateTime",
            "request_created_at", "created_at", "createdAt");
    /// Fields of a line that are none of the request that stands beside them.
    private static final Set<String> AROUND = Set.of("at", "timestamp", "time", "startTime", "endTime", "start_time",
            "end_time", "completionStartTime", "request_created_at", "response_created_at", "response", "usage",
            "usage_metadata", "usageMetadata", "token_usage", "endpoint", "url", "route", "provider", "id", "trace_id",
            "request_id", "call_type", "custom_llm_provider", "api_base", "model_group", "model_parameters",
            "prompt_tokens", "completion_tokens", "total_tokens", "response_cost", "cost", "cache_hit", "latency",
            "duration_ms", "sentMs", "firstByteMs", "ttftMs", "lastTokenMs", "control", "ping", "costUncached",
            "costPerfect",
            "refused", "totalMs", "status");

    static Envelope of(String line) {
        return new Envelope(RawJson.fields(line));
    }

    /// The body of the request; where the line has none in a field of its own, what is left of the line.
    ///
    /// @param line as it is
    public String body(String line) {
        Optional<String> own = first(fields, REQUESTS).filter(value -> !value.equals("null"));
        if (own.isPresent()) {
            return own.map(value -> RawJson.text(value).filter(RawJson::isObject).orElse(value)).get();
        }
        boolean isBare = answer().isEmpty() && USAGES.stream().noneMatch(fields::containsKey)
                && time().isEmpty();
        if (isBare) {
            return line;
        }
        var request = new LinkedHashMap<>(fields);
        request.keySet().removeAll(AROUND);
        return RawJson.object(request);
    }

    /// Whether a request stands in a field of its own.
    public boolean hasRequest() {
        return first(fields, REQUESTS).isPresent();
    }

    /// The usage object of the line or of the answer in it; empty where there is none.
    public String usage() {
        return first(fields, USAGES).filter(Envelope::isThere).or(() -> answer().flatMap(Envelope::usageIn))
                .or(() -> Optional.ofNullable(fields.get("llm_output")).filter(RawJson::isObject)
                        .flatMap(Envelope::usageIn))
                .orElse("");
    }

    private Optional<String> answer() {
        return first(fields, ANSWERS).map(value -> RawJson.text(value).orElse(value)).filter(RawJson::isObject);
    }

    private static Optional<String> usageIn(String answer) {
        SequencedMap<String, String> inside = RawJson.fields(answer);
        return first(inside, USAGES).filter(Envelope::isThere).or(() -> WITHIN.stream()
                .map(name -> inside.getOrDefault(name, "")).filter(RawJson::isObject)
                .flatMap(more -> usageIn(more).stream()).findFirst());
    }

    private static boolean isThere(String json) {
        return !json.equals("null") && !json.equals("{}");
    }

    /// Why the call failed, where it did: it stored nothing. One that was cancelled had begun.
    public Optional<String> failure() {
        Optional<String> failure = failureIn(fields);
        for (String name : OUTCOMES) {
            String outcome = fields.getOrDefault(name, "");
            if (failure.isEmpty() && RawJson.isObject(outcome)) {
                failure = failureIn(RawJson.fields(outcome));
            }
        }
        return failure;
    }

    private static Optional<String> failureIn(Map<String, String> part) {
        for (String name : STATES) {
            JsonNode state = tree(part, name);
            if (state.isInt() && state.intValue() >= FIRST_ERROR || FAILED.contains(state.asText(""))) {
                return Optional.of("status " + state.asText());
            }
        }
        JsonNode error = tree(part, "error");
        boolean isError = error.isObject() && !error.isEmpty() || error.isTextual() && !error.asText().isBlank()
                || text(part, "end").filter("failed"::equals).isPresent();
        return isError ? Optional.of("an error") : Optional.empty();
    }

    private static JsonNode tree(Map<String, String> part, String name) {
        return part.containsKey(name) ? RawJson.tree(part.get(name)) : MissingNode.getInstance();
    }

    /// When the request was sent, as JSON; the name of the field is beside it.
    public Optional<Map.Entry<String, String>> time() {
        for (String name : TIMES) {
            String value = fields.getOrDefault(name, "null");
            if (isThere(value)) {
                return Optional.of(Map.entry(name, value));
            }
        }
        return Optional.empty();
    }

    /// The text in a field; empty where it is none.
    public Optional<String> text(String name) {
        return text(fields, name);
    }

    private static Optional<String> text(Map<String, String> part, String name) {
        return Optional.ofNullable(part.get(name)).flatMap(RawJson::text);
    }

    /// The name of the log whose line this is, where it is one that holds no request as it was sent.
    Optional<String> foreign() {
        if (hasRequest()) {
            return Optional.empty();
        }
        if (fields.containsKey("sessionId") && fields.containsKey("uuid")
                || isType("summary", "file-history-snapshot")) {
            return Optional.of("a session of Claude Code");
        }
        if (fields.containsKey("payload") && isType("session_meta", "turn_context", "response_item", "event_msg")) {
            return Optional.of("a session of Codex");
        }
        if (fields.containsKey("traceId") && fields.containsKey("usageDetails") || isType("GENERATION")) {
            return Optional.of("an observation of Langfuse");
        }
        if (fields.containsKey("spend") && fields.containsKey("call_type")) {
            return Optional.of("a spend log of LiteLLM");
        }
        return fields.containsKey("log") && fields.get("log").contains("\"entries\"")
                ? Optional.of("a HAR file")
                : Optional.empty();
    }

    /// Whether it says by its fields that it is a chat.
    boolean isChat() {
        return fields.containsKey("messages");
    }

    private boolean isType(String... types) {
        return text("type").filter(type -> List.of(types).contains(type)).isPresent();
    }

    private static Optional<String> first(Map<String, String> fields, List<String> names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
