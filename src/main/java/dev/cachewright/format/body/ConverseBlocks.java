package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// Content blocks and tools of Converse in the form of Messages.
final class ConverseBlocks {

    private static final String TEXT = "text";
    private static final String TYPE = "type";
    private static final String SOURCE = "source";
    private static final String BYTES = "bytes";

    private ConverseBlocks() {
    }

    static ObjectNode toMessages(JsonNode block) {
        if (block.path(TEXT).isTextual()) {
            return typed(TEXT).put(TEXT, block.path(TEXT).asText());
        }
        if (!block.isObject() || block.isEmpty()) {
            return (ObjectNode) typed("unknown").set("value", block);
        }
        Map.Entry<String, JsonNode> kind = block.properties().iterator().next();
        JsonNode value = kind.getValue();
        return switch (kind.getKey()) {
            case "image" -> (ObjectNode) typed("image").set(SOURCE, source(value, "image/"));
            case "document" -> document(value);
            case "toolUse" -> set(typed("tool_use").put("id", value.path("toolUseId").asText()).put("name", value.path(
                    "name").asText()), "input", value.path("input"));
            case "toolResult" -> result(value);
            case "reasoningContent" -> reasoning(value);
            case "toolSpec" -> tool(value);
            default -> set(typed(kind.getKey()), "value", value);
        };
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put(TYPE, type);
    }

    private static ObjectNode set(ObjectNode object, String field, JsonNode value) {
        if (!value.isMissingNode()) {
            object.set(field, value);
        }
        return object;
    }

    private static ObjectNode source(JsonNode value, String family) {
        JsonNode bytes = value.path(SOURCE).path(BYTES);
        return bytes.isTextual()
                ? typed("base64").put("media_type", family + value.path("format").asText("")).put("data",
                        bytes.asText())
                : set(typed("url"), "url", value.path(SOURCE).path("s3Location").path("uri"));
    }

    private static ObjectNode document(JsonNode value) {
        ObjectNode document = set(typed("document"), "title", value.path("name"));
        JsonNode text = value.path(SOURCE).path(TEXT);
        boolean isPdf = value.path("format").asText("").equals("pdf");
        String data = value.path(SOURCE).path(BYTES).asText("");
        if (isPdf || data.isEmpty() && !text.isTextual()) {
            return (ObjectNode) document.set(SOURCE, source(value, "application/"));
        }
        return (ObjectNode) document.set(SOURCE, typed(TEXT).put("media_type", "text/plain").put("data",
                text.isTextual() ? text.asText() : decoded(data)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return base64;
        }
    }

    private static ObjectNode result(JsonNode value) {
        ObjectNode result = set(typed("tool_result"), "tool_use_id", value.path("toolUseId"));
        ArrayNode content = result.putArray("content");
        for (JsonNode part : value.path("content")) {
            content.add(part.has("json")
                    ? typed(TEXT).put(TEXT, part.get("json").toString())
                    : toMessages(part));
        }
        return value.path("status").asText("").equals("error") ? result.put("is_error", true) : result;
    }

    private static ObjectNode reasoning(JsonNode value) {
        JsonNode text = value.path("reasoningText");
        return text.isObject()
                ? set(typed("thinking").put("thinking", text.path(TEXT).asText()), "signature", text.path("signature"))
                : set(typed("redacted_thinking"), "data", value.path("redactedContent"));
    }

    private static ObjectNode tool(JsonNode value) {
        ObjectNode tool = JsonNodeFactory.instance.objectNode();
        set(tool, "name", value.path("name"));
        set(tool, "description", value.path("description"));
        return set(tool, "input_schema", value.path("inputSchema").path("json"));
    }
}
