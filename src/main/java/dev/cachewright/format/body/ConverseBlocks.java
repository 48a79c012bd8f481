package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.format.json.RawJson;

/// Blocks and tools of Converse in the form of Messages. A block's only field names its type.
final class ConverseBlocks {

    static final String CACHE_POINT = "cachePoint";

    private final String json;

    /// @param json the whole body, for the places of faults
    ConverseBlocks(String json) {
        this.json = json;
    }

    /// The elements of a list, each with the marker that follows it.
    ArrayNode list(JsonNode elements, String pointer) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            if (element.has(CACHE_POINT)) {
                mark(list, element.get(CACHE_POINT), pointer + "/" + i);
            } else {
                list.add(block(element, pointer + "/" + i));
            }
        }
        return list;
    }

    private void mark(ArrayNode list, JsonNode cachePoint, String pointer) {
        if (list.isEmpty()) {
            throw RawJson.placedAt(pointer, json,
                    "This \"cachePoint\" has nothing before it to cache: put it after a block (" + pointer + ")");
        }
        if (!cachePoint.path("type").asText("").equals("default")) {
            throw RawJson.placedAt(pointer, json, "A \"cachePoint\" has the type \"default\" (" + pointer + ")");
        }
        ObjectNode marker = ((ObjectNode) list.get(list.size() - 1)).putObject(MarkForm.CACHE_CONTROL.field())
                .put("type", "ephemeral");
        if (cachePoint.path("ttl").isTextual()) {
            marker.set("ttl", cachePoint.get("ttl"));
        }
    }

    private ObjectNode block(JsonNode block, String pointer) {
        if (!block.isObject() || block.isEmpty()) {
            throw RawJson.placedAt(pointer, json, "A block needs a field that names its type, such as \"text\"");
        }
        String type = block.fieldNames().next();
        JsonNode value = block.get(type);
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        return switch (type) {
            case "text" -> made.put("type", "text").put("text", value.asText());
            case "json" -> made.put("type", "text").put("text", value.toString());
            case "image" -> (ObjectNode) made.put("type", "image").set("source",
                    source(value.path("source"), "image/" + value.path("format").asText()));
            case "document" -> document(made, value);
            case "toolUse" -> (ObjectNode) made.put("type", "tool_use").put("id", value.path("toolUseId").asText())
                    .put("name", value.path("name").asText()).set("input", value.path("input"));
            case "toolResult" -> result(made, value, pointer);
            case "reasoningContent" -> reasoning(made, value);
            case "toolSpec" -> tool(made, value);
            default -> (ObjectNode) made.put("type", type).set(type, value);
        };
    }

    private static ObjectNode source(JsonNode source, String mediaType) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        if (source.has("s3Location")) {
            return made.put("type", "url").put("url", source.path("s3Location").path("uri").asText());
        }
        return made.put("type", "base64").put("media_type", mediaType).put("data", source.path("bytes").asText());
    }

    private static ObjectNode document(ObjectNode made, JsonNode value) {
        JsonNode source = value.path("source");
        made.put("type", "document").put("title", value.path("name").asText());
        if (source.has("text")) {
            made.putObject("source").put("type", "text").put("media_type", "text/plain").set("data",
                    source.get("text"));
        } else {
            String format = value.path("format").asText("");
            made.set("source", source(source, format.equals("pdf") ? "application/pdf" : "text/" + format));
        }
        return made;
    }

    private ObjectNode result(ObjectNode made, JsonNode value, String pointer) {
        made.put("type", "tool_result").put("tool_use_id", value.path("toolUseId").asText());
        made.set("content", list(value.path("content"), pointer + "/toolResult/content"));
        if (value.path("status").asText("").equals("error")) {
            made.put("is_error", true);
        }
        return made;
    }

    private static ObjectNode reasoning(ObjectNode made, JsonNode value) {
        if (value.has("redactedContent")) {
            return made.put("type", "redacted_thinking").put("data", value.path("redactedContent").asText());
        }
        JsonNode text = value.path("reasoningText");
        return made.put("type", "thinking").put("thinking", text.path("text").asText()).put("signature",
                text.path("signature").asText());
    }

    private static ObjectNode tool(ObjectNode made, JsonNode spec) {
        made.set("name", spec.path("name"));
        if (spec.has("description")) {
            made.set("description", spec.get("description"));
        }
        JsonNode schema = spec.path("inputSchema").path("json");
        made.set("input_schema", schema.isMissingNode() ? made.objectNode() : schema);
        return made;
    }
}
