package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Call;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Refuses bodies that OpenAI refuses, in the same words.
final class BodyCheck {

    private static final Set<String> CHAT_ROLES = Set.of("system", "developer", "user", "assistant", "tool",
            "function");

    private final JsonNode body;

    private BodyCheck(JsonNode body) {
        this.body = body;
    }

    /// The body as a tree, once it is found to be in order.
    ///
    /// @param terms how the cache of a model works; empty where all cache fields are taken
    /// @throws ApiError 400 where it is not
    static JsonNode read(Call call, Api api, Function<String, Optional<CacheTerms>> terms) {
        JsonNode body = tree(call);
        var check = new BodyCheck(body);
        check.required("model");
        check.type("model", body.path("model").isTextual(), "a string");
        if (api == Api.CHAT) {
            check.messages();
        } else {
            check.input();
        }
        check.options();
        CacheFieldsCheck.check(body, api, terms.apply(body.path("model").asText()));
        return body;
    }

    private static JsonNode tree(Call call) {
        JsonNode body = call.tree().orElseThrow(() -> ApiError.badRequest(
                "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your "
                        + "HTTP library correctly. The OpenAI API expects a JSON payload, but what was sent was not "
                        + "valid JSON.)"));
        if (!body.isObject()) {
            throw ApiError.badRequest("", "", "Invalid body: expected a JSON object, but got " + typeOf(body) + ".");
        }
        return body;
    }

    private void messages() {
        required("messages");
        JsonNode messages = body.get("messages");
        type("messages", messages.isArray(), "an array of objects");
        if (messages.isEmpty()) {
            throw ApiError.badRequest("empty_array", "messages",
                    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array "
                            + "instead.");
        }
        for (int i = 0; i < messages.size(); i++) {
            message("messages[" + i + "]", messages.get(i));
        }
    }

    private static void message(String place, JsonNode message) {
        type(place, message, message.isObject(), "an object");
        if (!message.has("role")) {
            throw missing(place + ".role");
        }
        JsonNode role = message.get("role");
        type(place + ".role", role, role.isTextual(), "a string");
        if (!CHAT_ROLES.contains(role.asText())) {
            throw ApiError.badRequest("invalid_value", place + ".role", "Invalid value: '" + role.asText()
                    + "'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.");
        }
        boolean isAssistant = role.asText().equals("assistant");
        if (!message.hasNonNull("content") && !isAssistant) {
            throw missing(place + ".content");
        }
        JsonNode content = message.path("content");
        type(place + ".content", content, content.isTextual() || content.isArray() || isAssistant,
                "one of a string or array of objects");
    }

    private void input() {
        required("input");
        JsonNode input = body.get("input");
        type("input", input.isTextual() || input.isArray(), "one of a string or array of objects");
        for (int i = 0; input.isArray() && i < input.size(); i++) {
            type("input[" + i + "]", input.get(i), input.get(i).isObject(), "an object");
        }
        optional("instructions", body.path("instructions").isTextual(), "a string");
    }

    private void options() {
        optional("stream", body.path("stream").isBoolean(), "a boolean");
        optional("tools", body.path("tools").isArray(), "an array of objects");
        optional("temperature", body.path("temperature").isNumber(), "a decimal");
        optional("prompt_cache_key", body.path("prompt_cache_key").isTextual(), "a string");
        for (String limit : Limits.NAMES) {
            optional(limit, body.path(limit).isIntegralNumber(), "an integer");
            if (body.path(limit).isIntegralNumber() && body.path(limit).asLong() < 1) {
                throw ApiError.badRequest("integer_below_min_value", limit, "Invalid '" + limit
                        + "': integer below minimum value. Expected a value >= 1, but got " + body.path(limit)
                        + " instead.");
            }
        }
    }

    private void required(String name) {
        if (!body.hasNonNull(name)) {
            throw missing(name);
        }
    }

    private void optional(String name, boolean isRight, String expected) {
        type(name, !body.hasNonNull(name) || isRight, expected);
    }

    private void type(String name, boolean isRight, String expected) {
        type(name, body.path(name), isRight, expected);
    }

    /// @throws ApiError 400 where the value is not of the type that is expected
    static void type(String place, JsonNode value, boolean isRight, String expected) {
        if (!isRight) {
            throw ApiError.badRequest("invalid_type", place, "Invalid type for '" + place + "': expected " + expected
                    + ", but got " + typeOf(value) + " instead.");
        }
    }

    static ApiError missing(String place) {
        return ApiError.badRequest("missing_required_parameter", place,
                "Missing required parameter: '" + place + "'.");
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal";
            default -> "null";
        };
    }
}
