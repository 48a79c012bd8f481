package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.cache.request.MarkForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request body without what no server makes part of the prompt: markers of breakpoints, ids that only connect calls
/// and outputs, notes beside a text. Pointers into it are pointers into the body.
///
/// Ids of OpenAI's APIs become numbers in their order, so that other ids with the same connections make no difference.
/// Anthropic's stay: its cache compares blocks as they are sent.
final class PlainBody {

    private static final List<String> MARKERS = Arrays.stream(MarkForm.values()).map(MarkForm::field).toList();
    private static final Set<String> NOTES = Set.of("annotations", "logprobs");
    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");
    private static final List<String> LINKS = List.of("call_id", "tool_call_id");
    private static final List<String> CONTENTS = List.of("content", "output");

    private final ObjectNode body;
    private final Map<String, String> links = new HashMap<>();

    private PlainBody(ObjectNode body) {
        this.body = body;
    }

    static JsonNode of(JsonNode body) {
        return body instanceof ObjectNode object ? new PlainBody(object.deepCopy()).plain() : body;
    }

    /// What is the same to every server in one form: a text, and a list with that text alone.
    static JsonNode oneText(JsonNode content) {
        boolean isOneText = content.isArray() && content.size() == 1 && content.get(0).size() == 2
                && isText(content.get(0)) && content.get(0).path("text").isTextual();
        return isOneText ? content.get(0).get("text") : content;
    }

    /// The one message that an input of text is.
    static ArrayNode message(JsonNode text) {
        return JsonNodeFactory.instance.arrayNode()
                .add(JsonNodeFactory.instance.objectNode().put("role", "user").set("content", text));
    }

    /// Whether the order of fields is nothing to a server.
    static boolean isLoose(JsonNode object) {
        return object.has("role") || isText(object) || object.path("type").asText("").startsWith("function_call");
    }

    private static boolean isText(JsonNode part) {
        return TEXTS.contains(part.path("type").asText(""));
    }

    private JsonNode plain() {
        body.path("tools").forEach(PlainBody::unmark);
        body.path("system").forEach(PlainBody::unmark);
        for (String list : List.of("messages", "input")) {
            body.path(list).forEach(this::mask);
        }
        return body;
    }

    private void mask(JsonNode element) {
        if (!(element instanceof ObjectNode message)) {
            return;
        }
        unmark(message);
        String type = message.path("type").asText("message");
        if (type.equals("message")) {
            message.remove(List.of("type", "id", "status"));
        } else if (type.equals("function_call") || type.equals("function_call_output")) {
            // That they are there makes a call one that came back.
            List.of("id", "status").stream().filter(message::hasNonNull).forEach(name -> message.put(name, ""));
        } else if (type.equals("reasoning") && !message.path("encrypted_content").asText("").isEmpty()) {
            message.retain("type", "encrypted_content");
        }
        JsonNode content = message.path("content");
        if (!message.path("tool_calls").isEmpty() && (content.isNull() || content.isTextual() && content.asText()
                .isEmpty())) {
            // Beside calls nothing is said either way.
            message.remove("content");
        }
        LINKS.forEach(name -> link(message, name));
        message.path("tool_calls").forEach(call -> link(call, "id"));
        CONTENTS.forEach(name -> message.path(name).forEach(PlainBody::part));
    }

    private void link(JsonNode holder, String name) {
        if (holder instanceof ObjectNode object && object.path(name).isTextual()) {
            object.set(name, TextNode.valueOf(
                    links.computeIfAbsent(object.path(name).asText(), any -> String.valueOf(links.size()))));
        }
    }

    private static void part(JsonNode part) {
        unmark(part);
        if (part instanceof ObjectNode text && isText(text)) {
            text.put("type", "text").remove(NOTES);
        }
        CONTENTS.forEach(name -> part.path(name).forEach(PlainBody::part));
    }

    private static void unmark(JsonNode part) {
        if (part instanceof ObjectNode object) {
            object.remove(MARKERS);
        }
    }
}
