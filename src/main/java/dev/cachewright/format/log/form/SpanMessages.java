package dev.cachewright.format.log.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.RebuiltBody;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Optional;

/// The request in the attributes of a span, as a Chat Completions request: what was recorded as messages with parts, or as
/// an attribute for each role and each text.
final class SpanMessages {

    /// Where OpenInference keeps the request itself.
    static final String SENT = "input.value";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CONTENT = "content";
    private static final String ROLE = "role";
    private static final String TYPE = "type";
    private static final String CALLS = "tool_calls";
    private static final List<String> SETTINGS = List.of("temperature", "top_p", "max_tokens", "seed",
            "frequency_penalty", "presence_penalty");

    private final LogFields attributes;
    private final ArrayNode messages = NODES.arrayNode();

    private SpanMessages(LogFields attributes) {
        this.attributes = attributes;
    }

    /// The request; empty where the span holds no text.
    static Optional<String> body(LogFields attributes, String model) {
        LogFields sent = attributes.object(SENT);
        if (sent.hasAny("messages", "input")) {
            return new RebuiltBody(model).settings(sent).json();
        }
        return new SpanMessages(attributes).body(model);
    }

    private Optional<String> body(String model) {
        RebuiltBody body = new RebuiltBody(model);
        for (String name : SETTINGS) {
            attributes.json("gen_ai.request." + name).ifPresent(value -> body.field(name, value));
        }
        body.settings(attributes.object("llm.invocation_parameters"));
        tools().ifPresent(tools -> body.field("tools", tools));
        JsonNode system = json("gen_ai.system_instructions");
        if (!system.isEmpty() || !system.asText("").isBlank()) {
            messages.addObject().put(ROLE, "system").set(CONTENT, system.isTextual() ? system : texts(system));
        }
        json("gen_ai.input.messages").forEach(this::addMessage);
        addNumbered("gen_ai.prompt.", "");
        addNumbered("llm.input_messages.", "message.");
        return messages.isEmpty() ? Optional.empty() : body.field("messages", messages.toString()).json();
    }

    /// An attribute that holds JSON, mostly as a text.
    private JsonNode json(String name) {
        String value = attributes.json(name).orElse("null");
        String text = value.startsWith("\"") ? attributes.text(name) : value;
        try {
            return RawJson.tree(text);
        } catch (InputException _) {
            return NODES.textNode(text);
        }
    }

    private Optional<String> tools() {
        JsonNode definitions = json("gen_ai.tool.definitions");
        if (definitions.isArray() && !definitions.isEmpty()) {
            ArrayNode tools = NODES.arrayNode();
            definitions.forEach(each -> tools.add(tool(each)));
            return Optional.of(tools.toString());
        }
        ArrayNode tools = NODES.arrayNode();
        for (int i = 0; attributes.has("llm.tools." + i + ".tool.json_schema"); i++) {
            tools.add(json("llm.tools." + i + ".tool.json_schema"));
        }
        for (int i = 0; attributes.has("llm.request.functions." + i + ".name"); i++) {
            String prefix = "llm.request.functions." + i + '.';
            ObjectNode function = tools.addObject().put(TYPE, "function").putObject("function");
            function.put("name", attributes.text(prefix + "name"));
            function.put("description", attributes.text(prefix + "description"));
            function.set("parameters", json(prefix + "parameters"));
        }
        return tools.isEmpty() ? Optional.empty() : Optional.of(tools.toString());
    }

    /// By the conventions a function stands flat.
    private static JsonNode tool(JsonNode recorded) {
        if (recorded.has("function") || !recorded.path(TYPE).asText("").equals("function")) {
            return recorded;
        }
        ObjectNode function = recorded.deepCopy();
        function.remove(TYPE);
        return NODES.objectNode().put(TYPE, "function").set("function", function);
    }

    private void addMessage(JsonNode recorded) {
        JsonNode parts = recorded.path("parts");
        if (!parts.isArray()) {
            messages.add(recorded);
            return;
        }
        ObjectNode message = NODES.objectNode().put(ROLE, recorded.path(ROLE).asText("user"));
        ArrayNode said = NODES.arrayNode();
        for (JsonNode part : parts) {
            switch (part.path(TYPE).asText("")) {
                case "tool_call" -> addCall(message, part.path("id").asText(""), part.path("name").asText(""),
                        part.path("arguments"));
                case "tool_call_response" -> messages.addObject().put(ROLE, "tool")
                        .put("tool_call_id", part.path("id").asText(""))
                        .set(CONTENT, asText(part.has("response") ? part.get("response") : part.path("result")));
                default -> said.add(part);
            }
        }
        if (!said.isEmpty() || message.has(CALLS)) {
            message.set(CONTENT, said.isEmpty() ? NODES.nullNode() : texts(said));
            messages.add(message);
        }
    }

    private static void addCall(ObjectNode message, String id, String name, JsonNode arguments) {
        ObjectNode call = message.withArray(CALLS).addObject().put("id", id).put(TYPE, "function");
        call.putObject("function").put("name", name).set("arguments", asText(arguments));
    }

    private static JsonNode asText(JsonNode node) {
        return node.isTextual() ? node : NODES.textNode(node.toString());
    }

    /// One text as a text, several as parts; what is no text stays as it was recorded.
    private static JsonNode texts(JsonNode parts) {
        if (parts.size() == 1 && parts.path(0).path(CONTENT).isTextual()) {
            return parts.get(0).get(CONTENT);
        }
        ArrayNode written = NODES.arrayNode();
        for (JsonNode part : parts) {
            written.add(part.path(CONTENT).isTextual()
                    ? NODES.objectNode().put(TYPE, "text").put("text", part.get(CONTENT).asText())
                    : part);
        }
        return written;
    }

    /// Messages that are numbered in the names of the attributes.
    private void addNumbered(String before, String after) {
        for (int i = 0; attributes.has(before + i + '.' + after + ROLE); i++) {
            String prefix = before + i + '.' + after;
            ObjectNode message = messages.addObject().put(ROLE, attributes.text(prefix + ROLE));
            JsonNode content = json(prefix + CONTENT);
            boolean isParts = content.isArray() && content.path(0).has(TYPE);
            ArrayNode several = several(prefix);
            message.set(CONTENT, !several.isEmpty() ? several
                    : isParts ? content : NODES.textNode(attributes.text(prefix + CONTENT)));
            if (attributes.has(prefix + "tool_call_id")) {
                message.put("tool_call_id", attributes.text(prefix + "tool_call_id"));
            }
            addNumberedCalls(message, prefix + CALLS + '.');
        }
    }

    private ArrayNode several(String prefix) {
        ArrayNode texts = NODES.arrayNode();
        for (int i = 0; attributes.has(prefix + "contents." + i + ".message_content.type"); i++) {
            String part = prefix + "contents." + i + ".message_content.";
            texts.addObject().put(TYPE, attributes.text(part + TYPE)).put("text", attributes.text(part + "text"));
        }
        return texts;
    }

    private void addNumberedCalls(ObjectNode message, String prefix) {
        for (int i = 0; attributes.hasAny(prefix + i + ".name", prefix + i + ".tool_call.function.name"); i++) {
            String call = prefix + i + '.';
            String inner = call + "tool_call.";
            addCall(message, attributes.text(call + "id", inner + "id"),
                    attributes.text(call + "name", inner + "function.name"),
                    NODES.textNode(attributes.text(call + "arguments", inner + "function.arguments")));
        }
    }
}
