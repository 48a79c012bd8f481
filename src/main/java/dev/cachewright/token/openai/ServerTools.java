package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.token.part.ServerJson;

/// Anthropic's web search among the tools: it leaves the text of the other tools alone and changes the system prompt.
///
/// Source: the invalidation table of Anthropic's prompt caching page (2026-09).
final class ServerTools {

    private static final String WEB_SEARCH = "web_search";

    private ServerTools() {
    }

    /// The tools at the beginning of the prompt.
    static String without(String json) {
        return json.contains(WEB_SEARCH)
                ? ServerJson.read(json).filter(JsonNode::isArray).map(ServerTools::without).orElse(json)
                : json;
    }

    private static String without(JsonNode tools) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        tools.forEach(tool -> {
            if (!tool.path("type").asText("").startsWith(WEB_SEARCH)) {
                kept.add(tool);
            }
        });
        return kept.toString();
    }
}
