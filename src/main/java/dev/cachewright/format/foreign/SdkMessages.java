package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.format.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Messages of the Vercel AI SDK, in the form in which it sends them.
///
/// `providerOptions.anthropic.cacheControl` is a field of the SDK: on the wire it is `cache_control` on the part, for a
/// message on its last part. Parts that are no text have other forms on the wire, and are left out.
final class SdkMessages {

    private static final String OPTIONS = "providerOptions";
    private static final String OLD_OPTIONS = "experimental_providerMetadata";
    private static final List<String> MARKS = List.of(OPTIONS, OLD_OPTIONS, "parts", "tool-call", "tool-result");

    private final Tree tree;
    private final String list;
    private final TreeSet<String> left = new TreeSet<>();
    private final boolean isClaude;
    private boolean isMarked;

    private SdkMessages(Tree tree, String list) {
        this.tree = tree;
        this.list = list;
        String model = tree.root().path("model").asText("");
        this.isClaude = model.isEmpty() || model.contains("claude");
    }

    /// Whether some message or part has a field that only the SDK knows.
    ///
    /// @param messages the JSON of a list
    static boolean is(String messages) {
        boolean mayBe = MARKS.stream().anyMatch(mark -> messages.contains("\"" + mark + "\""));
        if (!mayBe) {
            return false;
        }
        for (JsonNode message : RawJson.tree(messages)) {
            if (isOwn(message) || message.path("parts").isArray() && message.has("role")) {
                return true;
            }
            for (JsonNode part : message.path("content")) {
                if (isOwn(part) || part.path("type").asText("").matches("tool-(call|result)")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOwn(JsonNode holder) {
        return holder.has(OPTIONS) || holder.has(OLD_OPTIONS);
    }

    /// @param list the path of the messages
    static Recognized read(Tree tree, String list) {
        return new SdkMessages(tree, list).read();
    }

    private Recognized read() {
        String model = tree.root().path("model").asText("");
        // The gateway writes claude-sonnet-4.5 for Anthropic's claude-sonnet-4-5.
        String sent = model.contains("claude") ? model.replaceAll("(\\d)\\.(\\d)", "$1-$2") : model;
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        tree.root().properties().forEach(entry -> settings.set(entry.getKey(), entry.getValue()));
        settings.remove(List.of("model", "messages", "system", "prompt", "tools", OPTIONS));
        var options = Options.of(sent, settings);
        var body = new ChatBody(Dialect.LITERAL, options);
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        if (tree.root().path("system").isTextual()) {
            messages.addObject().put("role", "system").put("content", tree.root().path("system").textValue());
        }
        tree.at(list).forEach(message -> messages.add(message(message)));
        body.addAll(Tree.ofJson(messages.toString()), "");
        left.addAll(options.others());
        if (tree.root().has("tools")) {
            left.add("tools");
        }
        return new Recognized.Foreign(body.prompt(), "", notes());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add("Taken as messages of the Vercel AI SDK, not as a request body.");
        if (isMarked) {
            notes.add(
                    "providerOptions.anthropic.cacheControl is a field of the SDK, not of the request: here it is the "
                            + "cache_control that the SDK sends for it, a breakpoint.");
        }
        if (!left.isEmpty()) {
            notes.add("Left out, since the SDK sends them in another form or not at all: " + String.join(", ", left)
                    + ".");
        }
        return notes;
    }

    private JsonNode message(JsonNode message) {
        if (!message.isObject()) {
            return message;
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        if (message.has("role")) {
            made.set("role", message.get("role"));
        }
        JsonNode content = message.has("parts") ? message.get("parts") : message.path("content");
        JsonNode marker = marker(message);
        if (content.isTextual() && marker.isMissingNode()) {
            return made.set("content", content);
        }
        ArrayNode parts = made.putArray("content");
        if (content.isTextual()) {
            parts.addObject().put("type", "text").set("text", content);
        }
        if (content.isArray()) {
            content.forEach(part -> addPart(parts, part));
        }
        if (!parts.isEmpty() && !marker.isMissingNode()) {
            ((ObjectNode) parts.get(parts.size() - 1)).set("cache_control", marker);
        }
        return made;
    }

    private void addPart(ArrayNode parts, JsonNode part) {
        if (!part.path("type").asText("").equals("text")) {
            left.add("parts of type " + part.path("type").asText("unknown"));
            return;
        }
        ObjectNode made = parts.addObject().put("type", "text");
        made.set("text", part.path("text"));
        JsonNode marker = marker(part);
        if (!marker.isMissingNode()) {
            made.set("cache_control", marker);
        }
    }

    /// The marker in the options of a message or a part; other options are named as left out.
    private JsonNode marker(JsonNode holder) {
        JsonNode options = holder.has(OPTIONS) ? holder.get(OPTIONS) : holder.path(OLD_OPTIONS);
        options.properties().forEach(provider -> provider.getValue().properties().forEach(option -> {
            boolean isMarker = isClaude && provider.getKey().equals("anthropic")
                    && option.getKey().matches("cache_?[cC]ontrol");
            if (!isMarker) {
                left.add(OPTIONS + "." + provider.getKey() + "." + option.getKey());
            }
        }));
        // What is meant for Anthropic is sent to nobody else.
        JsonNode anthropic = isClaude ? options.path("anthropic") : JsonNodeFactory.instance.objectNode();
        JsonNode marker = anthropic.has("cacheControl") ? anthropic.get("cacheControl") : anthropic.path(
                "cache_control");
        isMarked |= marker.isObject();
        return marker.isObject() ? marker : JsonNodeFactory.instance.missingNode();
    }
}
