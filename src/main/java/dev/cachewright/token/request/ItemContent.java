package dev.cachewright.token.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Role;
import java.util.HashSet;
import java.util.Set;

/// What a cache needs to know of JSON that stands in a request as it is.
///
/// @param positions content blocks, of which a run of calls or of results is one
/// @param isCacheable whether a stored prefix may end behind it
/// @param traits what it brings into the request: `images`, `citations`, `web_search`
record ItemContent(int positions, boolean isCacheable, Set<String> traits) {

    private static final ItemContent TEXT = new ItemContent(1, true, Set.of());
    private static final Set<String> RUNS = Set.of("tool_use", "tool_result");
    private static final Set<String> THINKING = Set.of("thinking", "redacted_thinking");
    private static final Set<String> IMAGES = Set.of("image", "image_url", "input_image");

    /// Of tools, a schema or an item.
    static ItemContent of(Message part) {
        return part.role() == Role.SCHEMA ? TEXT : ServerJson.read(part.text()).map(ItemContent::of).orElse(TEXT);
    }

    private static ItemContent of(JsonNode item) {
        JsonNode content = item.isArray() ? item : item.path("content").isArray() ? item.path("content")
                : item.path("output");
        if (!content.isArray() || content.isEmpty()) {
            return new ItemContent(1, !THINKING.contains(typeOf(item)), traitsOf(item));
        }
        int positions = 0;
        String before = "";
        for (JsonNode block : content) {
            positions += RUNS.contains(before) && before.equals(typeOf(block)) ? 0 : 1;
            before = typeOf(block);
        }
        return new ItemContent(positions, !THINKING.contains(before), traitsOf(item));
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
