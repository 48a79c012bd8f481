package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The most input tokens that a server can have counted for a request.
///
/// A token is a byte of text or more. Servers put text of their own around a request, some repeat its tools, and
/// gateways add instructions: twice the bytes and [#OWN] more is beyond all that was seen. There is no bound for a
/// request that refers to what is elsewhere: pictures, files, earlier answers, tools that the server runs.
public final class InputBound {

    private static final long OWN = 200_000;
    private static final List<String> ELSEWHERE = List.of("previous_response_id", "conversation", "prompt",
            "web_search_options", "plugins", "container", "mcp_servers", "modelId", "context_management", "audio",
            "data_sources");
    private static final List<String> WITHIN = List.of("messages", "input", "system", "instructions", "tools",
            "content");
    private static final Set<String> TEXT = Set.of("message", "text", "input_text", "output_text", "refusal",
            "function", "custom", "function_call", "function_call_output", "custom_tool_call",
            "custom_tool_call_output", "tool_use", "tool_result");

    private InputBound() {
    }

    /// Empty where there is none.
    static OptionalLong of(String body) {
        try {
            return isWhole(RawJson.tree(body))
                    ? OptionalLong.of(2L * body.getBytes(StandardCharsets.UTF_8).length + OWN)
                    : OptionalLong.empty();
        } catch (InputException _) {
            return OptionalLong.empty();
        }
    }

    /// Whether all that a server counts as input stands in the body as text, but for what the server puts around it:
    /// nothing of it refers to what is elsewhere, such as pictures, files and tools that the server runs.
    ///
    /// @param body of a request, as JSON
    /// @throws InputException where it is not JSON
    public static boolean isWhole(String body) {
        return isWhole(RawJson.tree(body));
    }

    private static boolean isWhole(JsonNode request) {
        return request.isObject() && ELSEWHERE.stream().noneMatch(request::hasNonNull) && isText(request);
    }

    private static boolean isText(JsonNode node) {
        if (node.hasNonNull("type") && !TEXT.contains(node.path("type").asText())) {
            return false;
        }
        for (String name : WITHIN) {
            JsonNode part = node.path(name);
            boolean isText = part.isArray() ? all(part) : !part.isObject() || isText(part);
            if (!isText) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(JsonNode parts) {
        for (JsonNode part : parts) {
            if (!isText(part)) {
                return false;
            }
        }
        return true;
    }
}
