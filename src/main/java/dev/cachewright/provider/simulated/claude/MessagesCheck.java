package dev.cachewright.provider.simulated.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Refuses bodies that Anthropic refuses, in the same words; [MarksCheck] does so with what they ask of the cache.
///
/// Sources: Anthropic's reference of Messages and count_tokens, and the fields of its own SDK (2026-11).
final class MessagesCheck {

    private static final Set<String> COUNTED = Set.of("model", "messages", "system", "tools", "tool_choice", "thinking",
            "cache_control", "output_config", "speed");
    private static final Set<String> SENT = Set.of("max_tokens", "stream", "stop_sequences", "metadata", "temperature",
            "top_k", "top_p", "service_tier", "container", "diagnostics", "inference_geo");
    /// Fields that are known where the request has an `anthropic-beta` header.
    private static final Set<String> BETA = Set.of("billing_policy", "compaction", "context_management",
            "fallback_credit_token", "fallbacks", "mcp_servers", "output_format", "thread");
    private static final List<String> OBJECTS = List.of("tool_choice", "thinking", "output_config", "metadata",
            "diagnostics");
    private static final Set<String> ROLES = Set.of("user", "assistant", "system");

    private final JsonNode body;
    private final Endpoint endpoint;

    private MessagesCheck(JsonNode body, Endpoint endpoint) {
        this.body = body;
        this.endpoint = endpoint;
    }

    enum Endpoint {
        MESSAGES, COUNT_TOKENS
    }

    /// The body as a tree, once it is found to be in order.
    ///
    /// @throws ApiError 400 where it is not
    static JsonNode read(Call call, Endpoint endpoint) {
        JsonNode body = call.tree().orElseThrow(() -> ApiError.badRequest(
                "The request body is not valid JSON."));
        require(body.isObject(), "The request body must be a JSON object.");
        var check = new MessagesCheck(body, endpoint);
        check.fields(call);
        check.types();
        check.messages();
        check.tools();
        if (endpoint == Endpoint.MESSAGES) {
            check.output();
        }
        return body;
    }

    private void fields(Call call) {
        List<String> required = endpoint == Endpoint.MESSAGES ? List.of("model", "messages", "max_tokens")
                : List.of("model", "messages");
        required.forEach(name -> require(body.hasNonNull(name), name + ": Field required"));
        body.propertyStream().map(Map.Entry::getKey).filter(name -> !COUNTED.contains(name))
                .filter(name -> endpoint == Endpoint.COUNT_TOKENS || !SENT.contains(name))
                .filter(name -> call.betas().isEmpty() || !BETA.contains(name)).findFirst()
                .ifPresent(name -> {
                    throw ApiError.badRequest(name + ": Extra inputs are not permitted");
                });
    }

    private void types() {
        type("model", JsonNode::isTextual, "string");
        type("max_tokens", JsonNode::isIntegralNumber, "integer");
        type("messages", JsonNode::isArray, "list");
        type("system", system -> system.isTextual() || system.isArray(), "list");
        type("tools", JsonNode::isArray, "list");
        type("stream", JsonNode::isBoolean, "boolean");
        type("stop_sequences", JsonNode::isArray, "list");
        type("temperature", JsonNode::isNumber, "number");
        OBJECTS.forEach(name -> type(name, JsonNode::isObject, "dictionary"));
        JsonNode temperature = body.path("temperature");
        require(!temperature.isNumber() || temperature.asDouble() >= 0 && temperature.asDouble() <= 1,
                "temperature: range: 0..1");
        require(!body.path("max_tokens").isIntegralNumber() || body.path("max_tokens").asDouble() >= 0,
                "max_tokens: Input should be greater than or equal to 0");
        require(!body.path("max_tokens").isIntegralNumber() || body.path("max_tokens").isInt(),
                "max_tokens: " + body.path("max_tokens") + " is more than the model can answer with");
    }

    private void type(String name, Predicate<JsonNode> isRight, String wanted) {
        require(!body.hasNonNull(name) || isRight.test(body.get(name)), name + ": Input should be a valid " + wanted);
    }

    private void messages() {
        JsonNode messages = body.get("messages");
        require(!messages.isEmpty(), "messages: at least one message is required");
        for (int i = 0; i < messages.size(); i++) {
            message("messages." + i, messages.get(i), i == messages.size() - 1);
        }
        String first = messages.path(0).path("role").asText();
        require(!first.equals("system"), "messages.0: the first message cannot have the role \"system\"; use the "
                + "top-level 'system' parameter");
        content("system", body.path("system"));
    }

    private static void message(String place, JsonNode message, boolean isLast) {
        require(message.isObject(), place + ": Input should be a valid dictionary");
        List.of("role", "content").forEach(name -> require(message.hasNonNull(name), place + "." + name
                + ": Field required"));
        message.propertyStream().map(Map.Entry::getKey).filter(name -> !name.equals("role") && !name.equals("content"))
                .findFirst().ifPresent(name -> {
                    throw ApiError.badRequest(place + "." + name + ": Extra inputs are not permitted");
                });
        JsonNode role = message.get("role");
        require(role.isTextual() && ROLES.contains(role.asText()), place
                + ".role: Input should be 'user', 'assistant' or 'system'");
        JsonNode content = message.get("content");
        require(content.isTextual() || content.isArray(), place + ".content: Input should be a valid list");
        boolean mayBeEmpty = isLast && role.asText().equals("assistant");
        require(mayBeEmpty || content.isTextual() && !content.asText().isEmpty() || !content.isEmpty(), place
                + ": all messages must have non-empty content except for the optional final assistant message");
        content(place + ".content", content);
    }

    /// Blocks of a message or of the system prompt.
    private static void content(String place, JsonNode content) {
        for (int i = 0; content.isArray() && i < content.size(); i++) {
            JsonNode block = content.get(i);
            String here = place + "." + i;
            require(block.isObject(), here + ": Input should be a valid dictionary");
            require(block.path("type").isTextual(), here + ".type: Field required");
            if (block.path("type").asText().equals("text")) {
                require(block.hasNonNull("text"), here + ".text.text: Field required");
                require(block.get("text").isTextual(), here + ".text.text: Input should be a valid string");
                // With a marker there is a message of its own.
                require(!block.get("text").asText().isEmpty() || block.hasNonNull("cache_control"),
                        place.split("\\.")[0] + ": text content blocks must be non-empty");
            }
        }
    }

    private void tools() {
        JsonNode tools = body.path("tools");
        for (int i = 0; i < tools.size(); i++) {
            JsonNode tool = tools.get(i);
            String here = "tools." + i;
            require(tool.isObject(), here + ": Input should be a valid dictionary");
            String type = tool.path("type").asText("custom");
            require(!type.equals("function"), here + ": Input tag 'function' found using 'type' does not match any of "
                    + "the expected tags: 'custom' and those of the server's own tools");
            if (type.equals("custom") || type.equals("null")) {
                List.of("name", "input_schema").forEach(name -> require(tool.hasNonNull(name), here + ".custom." + name
                        + ": Field required"));
            }
        }
    }

    private void output() {
        JsonNode thinking = body.path("thinking");
        boolean thinks = !thinking.isMissingNode() && !thinking.path("type").asText("disabled").equals("disabled");
        int limit = body.get("max_tokens").asInt();
        if (limit == 0) {
            prewarming(thinks);
        } else if (thinking.path("budget_tokens").isNumber()) {
            require(thinking.get("budget_tokens").asDouble() >= 1_024,
                    "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024");
            require(thinking.get("budget_tokens").asDouble() < limit,
                    "`max_tokens` must be greater than `thinking.budget_tokens`.");
        }
    }

    /// `max_tokens: 0` fills the cache, and goes with nothing that is about an answer.
    private void prewarming(boolean thinks) {
        String choice = body.path("tool_choice").path("type").asText();
        String why = body.path("stream").asBoolean() ? "stream"
                : thinks ? "thinking"
                        : body.path("output_config").has("format") || body.hasNonNull("output_format")
                                ? "structured output"
                                : choice.equals("any") || choice.equals("tool") ? "a forced tool_choice" : "";
        require(why.isEmpty(), "max_tokens: 0 is not supported with " + why);
    }

    private static void require(boolean isRight, String message) {
        if (!isRight) {
            throw ApiError.badRequest(message);
        }
    }
}
