package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.simulated.answer.ApiError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Refuses cache fields that OpenAI refuses of a model.
///
/// Source: OpenAI's prompt caching guide of 2026-10 and API reference of 2026-08. The guide names the status and the
/// type of the error; code and message follow those of its other refusals.
final class CacheFieldsCheck {

    private static final String BREAKPOINT = "prompt_cache_breakpoint";
    static final String OPTIONS = "prompt_cache_options";
    private static final String RETENTION = "prompt_cache_retention";
    private static final String KEY = "prompt_cache_key";
    private static final List<String> MODES = List.of("implicit", "explicit");
    private static final List<String> RETENTIONS = List.of("in_memory", "24h");
    private static final Set<String> CHAT_PARTS = Set.of("text", "image_url", "input_audio", "file");
    private static final Set<String> RESPONSES_PARTS = Set.of("input_text", "input_image", "input_file");

    private final JsonNode body;
    private final Api api;
    private final CacheTerms terms;

    private CacheFieldsCheck(JsonNode body, Api api, CacheTerms terms) {
        this.body = body;
        this.api = api;
        this.terms = terms;
    }

    /// @param terms of the model; empty where other rules than its own are simulated, whose servers pass over all cache
    /// fields but the key
    /// @throws ApiError 400
    static void check(JsonNode body, Api api, Optional<CacheTerms> terms) {
        checkKey(body.path(KEY).asText(""));
        terms.map(known -> new CacheFieldsCheck(body, api, known)).ifPresent(CacheFieldsCheck::check);
    }

    private static void checkKey(String key) {
        int length = CacheSettingsCheck.lengthOf(key);
        if (length > CacheSettingsCheck.LONGEST_KEY) {
            throw ApiError.badRequest("string_above_max_length", KEY,
                    "Invalid '" + KEY + "': string too long. Expected a string with maximum length "
                            + CacheSettingsCheck.LONGEST_KEY + ", but got a string with length " + length
                            + " instead.");
        }
    }

    private void check() {
        checkOptions(body.path(OPTIONS));
        checkRetention(body.path(RETENTION));
        String list = api == Api.CHAT ? "messages" : "input";
        for (int i = 0; body.path(list).isArray() && i < body.path(list).size(); i++) {
            checkMessage(list + "[" + i + "]", body.path(list).get(i));
        }
        for (int i = 0; i < body.path("tools").size(); i++) {
            checkNone("tools[" + i + "]", body.path("tools").get(i));
        }
    }

    private boolean takesBreakpoints() {
        return terms.rules() == RuleSet.Named.OPENAI_BREAKPOINT;
    }

    private void checkOptions(JsonNode options) {
        if (options.isMissingNode() || options.isNull()) {
            return;
        }
        if (!takesBreakpoints()) {
            throw unsupported(OPTIONS);
        }
        BodyCheck.type(OPTIONS, options, options.isObject(), "an object");
        checkWord(OPTIONS + ".mode", options.path("mode"), MODES);
        checkWord(OPTIONS + ".ttl", options.path("ttl"), terms.ttls());
        boolean isResponsesOnly = options.path("ttl").asText().equals("12h") || options.has("prewarm")
                || options.has("comparison_response_id");
        if (isResponsesOnly && api == Api.CHAT) {
            throw unsupported(options.has("prewarm") ? OPTIONS + ".prewarm"
                    : options.has("comparison_response_id") ? OPTIONS + ".comparison_response_id" : OPTIONS + ".ttl");
        }
    }

    private void checkRetention(JsonNode retention) {
        checkWord(RETENTION, retention, RETENTIONS);
        if (retention.isTextual() && terms.retentions().isEmpty()) {
            throw unsupported(RETENTION);
        }
        if (retention.isTextual() && !terms.retentions().contains(retention.asText())) {
            throw ApiError.badRequest("unsupported_value", RETENTION, "Unsupported value: '" + RETENTION
                    + "' does not support '" + retention.asText() + "' with this model. Supported values are: "
                    + quoted(terms.retentions()) + ".");
        }
    }

    private void checkMessage(String place, JsonNode message) {
        checkNone(place, message);
        for (String name : List.of("content", "output")) {
            JsonNode parts = message.path(name);
            for (int i = 0; parts.isArray() && i < parts.size(); i++) {
                JsonNode marker = parts.get(i).path(BREAKPOINT);
                if (!marker.isMissingNode() && !marker.isNull()) {
                    checkMarker(place + "." + name + "[" + i + "]", message, parts.get(i));
                }
            }
        }
    }

    private void checkMarker(String place, JsonNode message, JsonNode part) {
        if (!takesBreakpoints()) {
            throw unsupported(place + "." + BREAKPOINT);
        }
        boolean isAssistant = message.path("role").asText().equals("assistant");
        Set<String> allowed = api == Api.CHAT ? CHAT_PARTS : RESPONSES_PARTS;
        if (isAssistant || !allowed.contains(part.path("type").asText())) {
            throw unknown(place + "." + BREAKPOINT);
        }
        JsonNode marker = part.get(BREAKPOINT);
        BodyCheck.type(place + "." + BREAKPOINT, marker, marker.isObject(), "an object");
        if (!marker.hasNonNull("mode")) {
            throw BodyCheck.missing(place + "." + BREAKPOINT + ".mode");
        }
        checkWord(place + "." + BREAKPOINT + ".mode", marker.get("mode"), List.of("explicit"));
    }

    private static void checkNone(String place, JsonNode node) {
        if (node.has(BREAKPOINT)) {
            throw unknown(place + "." + BREAKPOINT);
        }
    }

    private static void checkWord(String place, JsonNode value, List<String> allowed) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        BodyCheck.type(place, value, value.isTextual(), "a string");
        if (!allowed.contains(value.asText())) {
            throw ApiError.badRequest("invalid_value", place, "Invalid value: '" + value.asText()
                    + "'. Supported values are: " + quoted(allowed) + ".");
        }
    }

    private static ApiError unsupported(String param) {
        return ApiError.badRequest("unsupported_parameter", param,
                "Unsupported parameter: '" + param + "' is not supported with this model.");
    }

    private static ApiError unknown(String param) {
        return ApiError.badRequest("unknown_parameter", param, "Unknown parameter: '" + param + "'.");
    }

    private static String quoted(List<String> words) {
        return "'" + String.join("', '", words) + "'";
    }
}
