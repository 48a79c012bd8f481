package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a cache needs to know of JSON that is sent as it is: tools, a schema, an item of the conversation.
///
/// @param parts its tools or content blocks in their order, at least one
/// @param addsTools whether it is an item that adds tools to a conversation
/// @param traits what it brings into the request: `images`, `citations`, `web_search`, `web_fetch`
record ItemContent(List<ItemPart> parts, boolean addsTools, Set<String> traits) {

    private static final ItemContent TEXT = new ItemContent(List.of(ItemPart.text()), false, Set.of());
    private static final Set<String> IMAGES = Set.of("image", "image_url", "input_image");
    private static final String CONTENT = "content";

    ItemContent {
        parts = List.copyOf(parts);
    }

    /// The content of tools, a schema or an item; text that is not JSON counts as text.
    ///
    /// @param form how the request marks its breakpoints; a marker of that form on the last part is the block's own
    /// @param api of the request
    static ItemContent of(Message part, MarkForm form, Api api) {
        return part.role() == Role.SCHEMA
                ? TEXT
                : ServerJson.read(part.text()).map(json -> of(json, form, api)).orElse(TEXT);
    }

    private static ItemContent of(JsonNode item, MarkForm form, Api api) {
        JsonNode content = item.isArray() ? item : item.path(CONTENT).isArray() ? item.path(CONTENT)
                : item.path("output");
        var parts = new ArrayList<ItemPart>();
        if (item.path("role").asText().equals("tool")) {
            // In Chat Completions, the content of one result.
            parts.add(ItemPart.result(content));
        } else if (content.isArray()) {
            for (int i = 0; i < content.size(); i++) {
                addBlock(parts, i + 1, content.get(i), i == 0 ? "" : ItemPart.typeOf(content.get(i - 1)));
            }
        } else if (item.path(CONTENT).isTextual()) {
            parts.add(ItemPart.text());
        }
        Optional<ItemMark> ofBlock = ItemMark.in(content.path(content.size() - 1)).filter(mark -> mark.isOfBlock(
                form));
        if (ofBlock.isPresent() && ofBlock.equals(parts.getLast().mark())) {
            parts.add(parts.removeLast().marked(Optional.empty()));
        }
        if (!item.path("tool_calls").isEmpty()) {
            parts.add(ItemPart.calls(parts.size() + 1));
        }
        if (parts.isEmpty()) {
            parts.add(ItemPart.of(1, item, ""));
        }
        boolean isOnMessage = api != Api.MESSAGES || item.has("role");
        ItemMark.in(item).map(mark -> isOnMessage ? mark.ofMessage(api) : mark)
                .ifPresent(mark -> parts.add(parts.removeLast().marked(Optional.of(mark))));
        return new ItemContent(parts, ItemPart.typeOf(item).equals("additional_tools"), traitsOf(item));
    }

    private static void addBlock(List<ItemPart> parts, int number, JsonNode block, String before) {
        if (ItemPart.typeOf(block).equals(ItemPart.RESULT)) {
            JsonNode within = block.path(CONTENT);
            for (int i = 0; i < within.size() - 1; i++) {
                parts.add(ItemPart.within(number, within.get(i)));
            }
        }
        parts.add(ItemPart.of(number, block, before));
    }

    /// This content after other results that are sent as one message with it.
    ItemContent continued() {
        var after = new ArrayList<>(parts);
        after.set(0, parts.getFirst().continued());
        return new ItemContent(after, addsTools, traits);
    }

    ItemPart last() {
        return parts.getLast();
    }

    private static Set<String> traitsOf(JsonNode item) {
        var traits = new HashSet<String>();
        for (String type : item.findValuesAsText("type")) {
            if (IMAGES.contains(type)) {
                traits.add("images");
            } else if (type.startsWith("web_search")) {
                traits.add("web_search");
            } else if (type.startsWith("web_fetch")) {
                traits.add("web_fetch");
            }
        }
        if (item.findValues("citations").stream().anyMatch(asked -> asked.path("enabled").asBoolean())) {
            traits.add("citations");
        }
        return traits;
    }
}
