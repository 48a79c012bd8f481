package dev.cachewright.parting;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Changes one place of a body that belongs to the prompt: a character of a text, a value, the order of fields.
public final class Changes {

    private static final Set<String> FIXED = Set.of("role", "type", "model", "max_tokens", "store", "cache_control",
            "prompt_cache_breakpoint");
    /// They connect calls and outputs, and OpenAI's servers do not show them to the model.
    private static final Set<String> LINKS = Set.of("id", "call_id", "tool_call_id");
    private static final Set<String> CONTENTS = Set.of("messages", "input", "tools", "content", "system", "tool_calls",
            "output");
    private static final List<String> TEXTS = List.of("text", "content", "instructions", "system", "arguments",
            "output", "thinking", "name");
    private static final String FOREIGN = "Ω≈ß";

    private final Random random;
    private final Api api;

    public Changes(Random random, Api api) {
        this.random = random;
        this.api = api;
    }

    public Change of(ObjectNode body) {
        List<JsonPointer> places = new ArrayList<>();
        collect(body, JsonPointer.empty(), places);
        JsonPointer place = places.get(random.nextInt(places.size()));
        JsonPointer block = blockOf(place);
        if (random.nextInt(6) == 0 && isPart(body.at(block))) {
            place = block;
        }
        JsonNode value = body.at(place);
        JsonNode changed = place.equals(block) && isPart(value)
                ? replaced(value)
                : value.isObject() ? reordered((ObjectNode) value) : value(value);
        String json = body.at(block).toString();
        String other = with(body, place, changed).at(block).toString();
        int same = 0;
        while (same < Math.min(json.length(), other.length()) && json.charAt(same) == other.charAt(same)) {
            same++;
        }
        ObjectNode foreign = with(body, block,
                foreign(body.at(block), "prompt".equals(block.getMatchingProperty()) ? "prompt" : ""));
        return new Change(body, with(body, place, changed), foreign, cut(body, block), place.toString(),
                json.substring(0, same), isText(place));
    }

    private boolean isPart(JsonNode block) {
        String type = block.path("type").asText("");
        return Set.of("image", "document", "image_url", "file", "input_audio", "input_image", "input_file").contains(
                type);
    }

    /// A text in place of what it tells of.
    private JsonNode replaced(JsonNode part) {
        return ((ObjectNode) part).objectNode().put("type", api == Api.RESPONSES ? "input_text" : "text")
                .put("text", "It was removed");
    }

    private boolean isText(JsonPointer place) {
        String path = place.toString();
        return TEXTS.contains(place.last().getMatchingProperty())
                || path.matches(".*/input(/.*)?") && api == Api.MESSAGES
                || path.startsWith("/tools") || path.startsWith("/response_format") || path.startsWith("/text/");
    }

    private void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        String name = at.equals(JsonPointer.empty()) ? "" : at.last().getMatchingProperty();
        boolean isLink = api != Api.MESSAGES && LINKS.contains(name) && !at.toString().startsWith("/prompt");
        if (FIXED.contains(name) || isLink) {
            return;
        }
        if (node.isObject()) {
            if (node.size() > 1 && isOrdered(at)) {
                places.add(at);
            }
            node.properties().forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), places);
            }
        } else if (node.isTextual() || node.isNumber() || node.isBoolean()) {
            places.add(at);
        }
    }

    /// Whether the order of fields is seen by the model, or compared by the provider.
    private boolean isOrdered(JsonPointer at) {
        String path = at.toString();
        return path.matches("/tools/\\d+(/.*)?")
                || api == Api.MESSAGES && path.matches("/messages/\\d+/content/\\d+/input.*");
    }

    private JsonNode value(JsonNode value) {
        if (value.isNumber()) {
            return IntNode.valueOf(value.asInt() + 1);
        }
        if (value.isBoolean()) {
            return com.fasterxml.jackson.databind.node.BooleanNode.valueOf(!value.asBoolean());
        }
        String text = value.asText();
        if (text.startsWith("{\"")) {
            var arguments = (ObjectNode) RawJson.tree(text);
            return TextNode.valueOf(random.nextBoolean()
                    ? reordered(arguments).toString()
                    : text.substring(0, text.length() - 1) + ",\"more\":1}");
        }
        if (text.isEmpty()) {
            return TextNode.valueOf("z");
        }
        int at = random.nextInt(text.length());
        char sign = text.charAt(at) == 'z' ? 'q' : 'z';
        return TextNode.valueOf(text.substring(0, at) + sign + text.substring(at + 1));
    }

    private ObjectNode reordered(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.rotate(names, 1);
        ObjectNode other = object.objectNode();
        names.forEach(name -> other.set(name, object.get(name)));
        return other;
    }

    /// The innermost element of a list of contents that holds the place; a field of the request where there is none.
    private static JsonPointer blockOf(JsonPointer place) {
        JsonPointer found = null;
        String before = "";
        JsonPointer at = JsonPointer.empty();
        boolean isWithin = true;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            at = rest.mayMatchElement()
                    ? at.appendIndex(rest.getMatchingIndex())
                    : at.appendProperty(rest.getMatchingProperty());
            boolean isElement = rest.mayMatchElement() && CONTENTS.contains(before);
            isWithin &= isElement || CONTENTS.contains(rest.getMatchingProperty());
            if (found == null || isElement && isWithin) {
                found = at;
            }
            before = rest.getMatchingProperty();
        }
        return found;
    }

    /// The same form with other content.
    private JsonNode foreign(JsonNode node, String name) {
        if (FIXED.contains(name) || api != Api.MESSAGES && LINKS.contains(name) || node.isNull()) {
            return node;
        }
        if (node.isObject()) {
            ObjectNode other = ((ObjectNode) node).objectNode();
            node.properties().forEach(field -> other.set(field.getKey(), foreign(field.getValue(),
                    name.equals("prompt") ? "" : field.getKey())));
            return other;
        }
        if (node.isArray()) {
            ArrayNode other = ((ArrayNode) node).arrayNode();
            node.forEach(element -> other.add(foreign(element, "")));
            return other;
        }
        return node.isTextual() ? TextNode.valueOf(FOREIGN) : node.isNumber() ? IntNode.valueOf(987_654) : node;
    }

    private static ObjectNode with(ObjectNode body, JsonPointer place, JsonNode value) {
        ObjectNode copy = body.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return copy;
    }

    private static boolean isEmpty(JsonNode message) {
        return Stream.of("content", "tool_calls", "output").allMatch(name -> message.path(name).isEmpty());
    }

    /// Without the block and what follows it in the lists that hold it.
    private static ObjectNode cut(ObjectNode body, JsonPointer block) {
        ObjectNode copy = body.deepCopy();
        if (copy.at(block).path("type").asText("").startsWith("web_search_2")) {
            // Claude's servers have it after all other tools.
            ((ArrayNode) copy.get("tools")).remove(block.last().getMatchingIndex());
            copy.set("messages", copy.arrayNode());
            return copy.without("system");
        }
        JsonPointer at = block;
        boolean isBlock = true;
        while (!at.head().equals(JsonPointer.empty()) || isBlock) {
            JsonNode parent = copy.at(at.head());
            if (parent instanceof ArrayNode array) {
                int index = at.last().getMatchingIndex();
                int keep = index + (isBlock || isEmpty(array.get(index)) ? 0 : 1);
                while (array.size() > keep) {
                    array.remove(array.size() - 1);
                }
            } else if (isBlock) {
                ((ObjectNode) parent).remove(at.last().getMatchingProperty());
            }
            isBlock = false;
            at = at.head();
            if (at.equals(JsonPointer.empty())) {
                break;
            }
        }
        String top = block.toString().split("/")[1];
        if (!Set.of("messages", "input").contains(top)) {
            copy.set(copy.has("input") ? "input" : "messages", copy.arrayNode());
            if (top.equals("tools")) {
                List.of("system", "instructions").forEach(copy::remove);
            } else if (top.equals("system") && copy.path(top).isEmpty()) {
                copy.put(top, "x");
            }
        }
        return copy;
    }
}
