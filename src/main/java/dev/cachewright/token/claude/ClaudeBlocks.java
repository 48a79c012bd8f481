package dev.cachewright.token.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ClaudeFrame;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.ServerJson;
import java.util.List;

/// The tokens of content blocks: texts by their text, calls and results by their JSON, pictures by their size.
final class ClaudeBlocks {

    private static final String MARKER = "cache_control";
    private static final String TEXT = "text";
    private static final String CONTENT = "content";
    /// Fields of a message that are counted, or only connect it to others.
    private static final List<String> READ = List.of("role", CONTENT, "tool_calls", "tool_call_id", "type", "id",
            "status", MARKER);
    /// Names and inputs of calls cost more than their JSON in counted tokens.
    private static final double CALL_WEIGHT = 0.6;

    /// What citations add to the system prompt once: 555 to 568 tokens in four recordings with documents of text.
    static final int CITATIONS = 560;

    private final ClaudeFrame frame;
    private final ClaudeUnits units;
    private final ClaudeMedia media;
    private final ClaudeTools tools;

    ClaudeBlocks(ClaudeFrame frame, ClaudeTools tools, ClaudeUnits units) {
        this.tools = tools;
        this.frame = frame;
        this.units = units;
        this.media = new ClaudeMedia(units);
    }

    /// Adds the content of a message in either form, each block a part.
    ///
    /// @param isOver whether a question follows, after which the server may drop thinking
    Counted.Builder addMessage(Counted.Builder counted, JsonNode message, boolean isOver) {
        ObjectNode others = ((ObjectNode) message.deepCopy()).without(READ);
        others.properties().removeIf(field -> field.getValue().isNull());
        identify(counted, others);
        JsonNode content = message.path(CONTENT);
        if (message.path("role").asText().equals("tool")) {
            addContent(counted.signs(units.of(frame.result())), content, isOver);
            return counted.partEnd();
        }
        if (content.isArray()) {
            content.forEach(block -> add(counted, block, isOver).partEnd());
        } else if (content.isTextual()) {
            counted.text(content.asText()).partEnd();
        }
        for (JsonNode call : message.path("tool_calls")) {
            JsonNode function = call.path("function");
            addCall(counted, function.path("name").asText(), ServerJson.compact(function.path("arguments").asText()));
        }
        return counted;
    }

    private void addContent(Counted.Builder counted, JsonNode content, boolean isOver) {
        if (content.isTextual()) {
            counted.text(content.asText());
        }
        if (content.isArray()) {
            content.forEach(block -> add(counted, block, isOver));
        }
    }

    /// The content of a result, each block but the last a part of its own: the last ends where the result does.
    private void addResult(Counted.Builder counted, JsonNode content, boolean isOver) {
        if (!content.isArray()) {
            addContent(counted, content, isOver);
            return;
        }
        for (int i = 0; i < content.size(); i++) {
            add(counted, content.get(i), isOver);
            if (i < content.size() - 1) {
                counted.partEnd();
            }
        }
    }

    Counted.Builder add(Counted.Builder counted, JsonNode block, boolean isOver) {
        switch (block.path("type").asText()) {
            case TEXT -> {
                JsonNode rest = ServerJson.without(block, MARKER, TEXT, "type");
                identify(counted, rest).text(block.path(TEXT).asText());
            }
            case "tool_use", "server_tool_use" ->
                addCall(identify(counted, ServerJson.without(block, MARKER, "type", "name", "input")),
                        block.path("name").asText(), block.path("input").toString());
            case "tool_result" -> {
                identify(counted, ServerJson.without(block, MARKER, "type", CONTENT)).signs(units.of(frame.result()))
                        .give(Band.about(units.of(5)));
                addResult(counted, block.path(CONTENT), isOver);
            }
            case "tool_search_tool_result" -> {
                identify(counted, ServerJson.without(block, MARKER, CONTENT)).signs(units.of(frame.result()))
                        .give(Band.about(units.of(5)));
                block.path(CONTENT).path("tool_references").forEach(reference -> add(counted, reference, isOver));
            }
            case "tool_reference" -> tools.addReference(counted, block.path("tool_name").asText());
            case "thinking", "redacted_thinking" -> addThinking(counted, block, isOver);
            case "image", "image_url" -> media.addPicture(identity(counted, block), block);
            case "document" -> media.addDocument(identity(counted, block), block);
            default -> addUnknown(counted, block);
        }
        return counted;
    }

    private void addCall(Counted.Builder counted, String name, String input) {
        String text = name + input;
        int more = (int) Math.round(units.count(text) * CALL_WEIGHT);
        counted.signs(units.of(frame.call()) + more).text(text).give(Band.about(units.of(6) + more / 2));
    }

    /// Thinking before the last question is dropped by older models and kept by newer ones.
    private void addThinking(Counted.Builder counted, JsonNode block, boolean isOver) {
        String text = block.path("thinking").asText("");
        int most = text.isEmpty() ? block.toString().length() / 4 : units.count(text);
        if (isOver) {
            identity(counted, block).give(new Band(0, most));
        } else {
            identity(counted, block).text(text).give(new Band(units.count(text), most));
        }
    }

    /// Blocks that no recording shows often enough: their text at least in part, and open above.
    private void addUnknown(Counted.Builder counted, JsonNode block) {
        var text = new StringBuilder();
        block.findValues(TEXT).forEach(value -> text.append(value.asText("")));
        int tokens = Math.max(1, units.count(text.toString()));
        identity(counted, block).signs(tokens).give(new Band(tokens, 0)).give(Band.openAbove());
    }

    private static Counted.Builder identity(Counted.Builder counted, JsonNode block) {
        return counted.identity(ServerJson.without(block, MARKER).toString());
    }

    private static Counted.Builder identify(Counted.Builder counted, JsonNode rest) {
        return rest.isEmpty() ? counted : counted.identity(rest.toString());
    }
}
