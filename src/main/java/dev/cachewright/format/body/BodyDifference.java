package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.token.request.Parting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where two request bodies diverge, in the order in which a server assembles a prompt: model, tools, output schema,
/// settings that belong to the prefix, then instructions and messages.
///
/// Fields that are not part of the prompt, like the tool choice or metadata, make no difference.
///
/// @param reason in the vendors' own words
/// @param path JSON pointer to the value that differs; in the body that has it
/// @param offset of the first character that differs within that value, in UTF-16 units
/// @param a the word there in the first body; empty where there is none
/// @param b the same of the second body
record BodyDifference(String reason, String path, int offset, String a, String b) {

    private static final BodyDifference NONE = new BodyDifference("identical", "", 0, "", "");

    /// The parts of a body in that order, and what a difference there is called (OpenAI's reasons for a cache miss).
    private static final List<Part> PARTS = List.of(new Part("/model", "model_changed"),
            new Part("/tools", "tools_changed"), new Part("/parallel_tool_calls", "tools_changed"),
            new Part("/text/format", "text_format_changed"),
            new Part("/response_format", "text_format_changed"),
            new Part("/output_config/format", "text_format_changed"),
            new Part("/reasoning/effort", "reasoning_effort_changed"),
            new Part("/reasoning_effort", "reasoning_effort_changed"),
            new Part("/text/verbosity", "verbosity_changed"), new Part("/verbosity", "verbosity_changed"),
            new Part("/service_tier", "service_tier_changed"),
            new Part("/prompt_cache_key", "prompt_cache_key_changed"), new Part("/instructions", "input_changed"),
            new Part("/system", "input_changed"), new Part("/input", "input_changed"),
            new Part("/messages", "input_changed"));

    private record Part(String path, String reason) {
    }

    /// @throws dev.cachewright.prompt.text.InputException where a text is not JSON
    static BodyDifference of(String one, String other) {
        JsonNode a = RawJson.tree(one);
        JsonNode b = RawJson.tree(other);
        for (Part part : PARTS) {
            if (plain(a, part.path()).toString().equals(plain(b, part.path()).toString())) {
                continue;
            }
            Optional<BodyDifference> found = between(part.reason(), part.path(), a.at(part.path()), b.at(part.path()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return NONE;
    }

    boolean isNone() {
        return reason.equals(NONE.reason);
    }

    /// The part of a body with one form for what is the same to every server: a text, and a list with that text alone.
    private static JsonNode plain(JsonNode body, String path) {
        JsonNode part = body.at(path);
        if (path.equals("/input") && part.isTextual()) {
            var message = JsonNodeFactory.instance.objectNode().put("role", "user").set("content", part);
            return JsonNodeFactory.instance.arrayNode().add(message);
        }
        if (path.equals("/system")) {
            return plainContent(part);
        }
        if (!part.isArray() || !path.equals("/input") && !path.equals("/messages")) {
            return part;
        }
        JsonNode copy = part.deepCopy();
        for (JsonNode element : copy) {
            if (element instanceof ObjectNode message && message.has("content")) {
                message.set("content", plainContent(message.get("content")));
                if (message.path("type").asText("").equals("message")) {
                    message.remove("type");
                }
            }
        }
        return copy;
    }

    private static JsonNode plainContent(JsonNode content) {
        boolean isOneText = content.isArray() && content.size() == 1 && content.get(0).size() == 2
                && content.get(0).path("type").asText("").endsWith("text") && content.get(0).path("text").isTextual();
        return isOneText ? content.get(0).get("text") : content;
    }

    private static Optional<BodyDifference> between(String reason, String path, JsonNode a, JsonNode b) {
        if (a.toString().equals(b.toString())) {
            return Optional.empty();
        }
        if (a.isObject() && b.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            a.fieldNames().forEachRemaining(names::add);
            b.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .flatMap(name -> between(reason, path + "/" + pointer(name), a.path(name), b.path(name)).stream())
                    .findFirst()
                    // The same fields in another order.
                    .or(() -> Optional.of(at(reason, path, a.toString(), b.toString())));
        }
        if (a.isArray() && b.isArray()) {
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                Optional<BodyDifference> found = between(reason, path + "/" + i, a.path(i), b.path(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.of(at(reason, path, text(a), text(b)));
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.isTextual() ? node.asText() : node.toString();
    }

    private static BodyDifference at(String reason, String path, String a, String b) {
        int offset = 0;
        while (offset < Math.min(a.length(), b.length()) && a.charAt(offset) == b.charAt(offset)) {
            offset++;
        }
        return new BodyDifference(reason, path, offset, Parting.wordAt(a, offset), Parting.wordAt(b, offset));
    }
}
