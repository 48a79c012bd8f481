package dev.cachewright.token.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ClaudeFrame;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tokens of tool definitions: a hidden prompt once, and the JSON of each with a few tokens around it.
///
/// Web search leaves the text of the other tools alone and changes the system prompt; a tool that is loaded when it is
/// needed is not part of the prompt. Source: the invalidation table of Anthropic's prompt caching page (2026-09), and
/// its page on tool search.
final class ClaudeTools {

    private static final String WEB_SEARCH = "web_search";
    /// What the server's own tools cost, as recorded; others are unknown.
    private static final Map<String, Integer> SERVER_TOOLS = Map.of(WEB_SEARCH, 1700, "code_execution", 1600,
            "web_fetch", 1700, "tool_search", 180, "memory", 1000);

    /// How far the hidden prompt and the frames of one tool may be off: what the recordings differ by.
    private static final double DOUBT = 0.03;
    private static final int TOOL_DOUBT = 3;

    private final List<JsonNode> tools = new ArrayList<>();
    private final ClaudeFrame frame;
    private final ClaudeUnits units;

    ClaudeTools(Optional<JsonNode> definitions, ClaudeFrame frame, ClaudeUnits units) {
        this.frame = frame;
        this.units = units;
        definitions.filter(JsonNode::isArray).ifPresent(array -> array.forEach(tools::add));
    }

    /// @param json the text of the definitions, for one that is no array
    Counted counted(String json) {
        if (tools.isEmpty()) {
            TokenList tokens = units.tokenizer().encode(json);
            return new Counted(tokens, Band.about(tokens.size()));
        }
        Counted.Builder counted = units.builder();
        boolean isFirst = true;
        for (JsonNode tool : tools) {
            if (isServerTool(tool)) {
                if (!isWebSearch(tool)) {
                    addServerTool(counted, tool);
                }
            } else if (!tool.path("defer_loading").asBoolean()) {
                counted.signs(isFirst ? units.of(frame.tools()) : 0);
                isFirst = false;
                addFunction(counted, tool);
            }
            counted.partEnd();
        }
        return counted.give(isFirst ? Band.EXACT : Band.about(units.of(frame.tools() * DOUBT))).build();
    }

    /// What of the tools comes with the system prompt.
    void identify(Counted.Builder counted) {
        tools.stream().filter(tool -> isServerTool(tool) && isWebSearch(tool)).forEach(tool -> addServerTool(counted,
                tool));
    }

    private void addFunction(Counted.Builder counted, JsonNode tool) {
        JsonNode function = tool.path("function").isObject() ? tool.path("function") : tool;
        ObjectNode other = ((ObjectNode) function.deepCopy()).without(List.of("name", "description", "input_schema",
                "parameters", "cache_control"));
        List<String> order = new ArrayList<>();
        function.fieldNames().forEachRemaining(order::add);
        order.remove("cache_control");
        counted.identity(order + other.toString()).signs(units.of(frame.tool())).give(Band.about(TOOL_DOUBT));
        var text = new StringBuilder("{\"name\":").append(function.path("name"));
        if (function.has("description")) {
            text.append(",\"description\":").append(function.path("description"));
        }
        JsonNode schema = function.has("input_schema") ? function.path("input_schema") : function.path("parameters");
        counted.text(text.append(",\"input_schema\":").append(schema.isMissingNode() ? "{}" : schema).append('}')
                .toString());
    }

    private void addServerTool(Counted.Builder counted, JsonNode tool) {
        String type = tool.path("type").asText();
        int tokens = SERVER_TOOLS.entrySet().stream().filter(known -> type.startsWith(known.getKey())).findFirst()
                .map(Map.Entry::getValue).orElse(0);
        int signs = Math.max(1, units.of(tokens));
        counted.identity(ServerJson.without(tool, "cache_control").toString()).signs(signs)
                .give(new Band(signs * 9 / 10, 0)).give(Band.openAbove());
    }

    private static boolean isServerTool(JsonNode tool) {
        return !tool.has("input_schema") && !tool.path("function").isObject() && !tool.has("parameters")
                && !tool.path("type").asText("").isEmpty();
    }

    private static boolean isWebSearch(JsonNode tool) {
        return tool.path("type").asText("").startsWith(WEB_SEARCH);
    }
}
