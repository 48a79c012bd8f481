package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.part.ServerJson;
import java.util.HashSet;
import java.util.Set;

/// What a cache needs to know of JSON that is sent as it is: tools, a schema, an item of the conversation.
///
/// @param positions content blocks, of which a run of calls or of results is one
/// @param lastType the type of its last content block, or its own: `thinking`, `tool_use`, …; empty where it has none
/// @param addsTools whether it is an item that adds tools to a conversation
/// @param traits what it brings into the request: `images`, `citations`, `web_search`
record ItemContent(int positions, String lastType, boolean addsTools, Set<String> traits) {

    private static final ItemContent TEXT = new ItemContent(1, "", false, Set.of());
    private static final Set<String> RUNS = Set.of("tool_use", "tool_result");
    private static final Set<String> THINKING = Set.of("thinking", "redacted_thinking");
    private static final Set<String> IMAGES = Set.of("image", "image_url", "input_image");

    /// The content of tools, a schema or an item; text that is not JSON counts as text.
    static ItemContent of(Message part) {
        return part.role() == Role.SCHEMA ? TEXT : ServerJson.read(part.text()).map(ItemContent::of).orElse(TEXT);
    }

    private static ItemContent of(JsonNode item) {
        boolean addsTools = typeOf(item).equals("additional_tools");
        JsonNode content = item.isArray() ? item : item.path("content").isArray() ? item.path("content")
                : item.path("output");
        if (!content.isArray() || content.isEmpty()) {
            return new ItemContent(1, typeOf(item), addsTools, traitsOf(item));
        }
        int positions = 0;
        String before = "";
        for (JsonNode block : content) {
            positions += RUNS.contains(before) && before.equals(typeOf(block)) ? 0 : 1;
            before = typeOf(block);
        }
        return new ItemContent(positions, before, addsTools, traitsOf(item));
    }

    /// Whether it ends with the model's thinking, after which Anthropic stores nothing.
    boolean endsInThinking() {
        return THINKING.contains(lastType);
    }

    private static String typeOf(JsonNode block) {
        return block.path("type").asText("");
    }

    private static Set<String> traitsOf(JsonNode item) {
        var traits = new HashSet<String>();
        for (String type : item.findValuesAsText("type")) {
            if (IMAGES.contains(type)) {
                traits.add("images");
            } else if (type.startsWith("web_search")) {
                traits.add("web_search");
            }
        }
        if (item.findValues("citations").stream().anyMatch(asked -> asked.path("enabled").asBoolean())) {
            traits.add("citations");
        }
        return traits;
    }
}
