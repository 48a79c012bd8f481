package dev.cachewright.token.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ClaudeFrame;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final String TOOL_SEARCH = "tool_search";
    /// What the server's own tools cost in counted tokens, as recorded; others are unknown. The longest name counts.
    private static final Map<String, Integer> SERVER_TOOLS = Map.of(WEB_SEARCH, 1600, "code_execution", 1500,
            "code_execution_2026", 4350, "web_fetch", 1600, TOOL_SEARCH, 180, "memory", 950);

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
            boolean isOther = isServerTool(tool);
            if (isOther ? !isWebSearch(tool) : !tool.path("defer_loading").asBoolean()) {
                // A search for tools comes with the same hidden prompt as they do.
                boolean isPrompt = isFirst && (!isOther || tool.path("type").asText().startsWith(TOOL_SEARCH));
                counted.signs(isPrompt ? units.of(frame.tools()) : 0);
                isFirst &= !isPrompt;
                if (isOther) {
                    addServerTool(counted, tool);
                } else {
                    addFunction(counted, tool);
                }
            }
            counted.partEnd();
        }
        return counted.give(isFirst ? Band.EXACT : Band.about(units.of(frame.tools() * DOUBT))).build();
    }

    /// Adds the definition of a tool that was loaded when it was needed, which stands where it is referred to.
    void addReference(Counted.Builder counted, String name) {
        tools.stream().filter(tool -> !isServerTool(tool) && tool.path("name").asText().equals(name)).findFirst()
                .ifPresentOrElse(tool -> addFunction(counted, tool), () -> counted.signs(1).give(Band.openAbove()));
    }

    /// What of the tools comes with the system prompt.
    void identify(Counted.Builder counted) {
        tools.stream().filter(tool -> isServerTool(tool) && isWebSearch(tool)).forEach(tool -> addServerTool(counted,
                tool));
    }

    private void addFunction(Counted.Builder counted, JsonNode tool) {
        JsonNode function = tool.path("function").isObject() ? tool.path("function") : tool;
        if (!function.isObject()) {
            counted.text(tool.toString()).give(Band.openAbove());
            return;
        }
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
        int signs = SERVER_TOOLS.entrySet().stream().filter(known -> type.startsWith(known.getKey()))
                .max(Comparator.comparing(known -> known.getKey().length())).map(Map.Entry::getValue).orElse(1);
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
