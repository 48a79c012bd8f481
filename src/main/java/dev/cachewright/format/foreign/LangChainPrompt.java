package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A prompt as LangChain serialises it: `{"lc": 1, "type": "constructor", "id": […], "kwargs": …}`, or the older
/// `_type: prompt`.
final class LangChainPrompt {

    private static final Map<String, String> ROLES = Map.of("SystemMessage", "system", "HumanMessage", "user",
            "AIMessage", "assistant");
    private static final Map<String, Dialect> DIALECTS = Map.of("f-string", Dialect.F_STRING, "mustache",
            Dialect.NAMES, "jinja2", Dialect.JINJA);

    private final Tree tree;
    private final List<String> notes = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private ChatBody body = new ChatBody(Dialect.LITERAL, Options.none());

    private LangChainPrompt(Tree tree) {
        this.tree = tree;
        notes.add("Taken from a prompt of LangChain; it names no model.");
    }

    static boolean is(JsonNode object) {
        return object.has("lc") && object.has("id") || isOld(object);
    }

    private static boolean isOld(JsonNode object) {
        return object.path("_type").isTextual() && (object.has("template") || object.has("template_path")
                || object.has("examples") || object.has("messages") || object.has("input_variables"));
    }

    /// @throws InputException where it is another object of LangChain than a simple prompt
    static Recognized read(Tree tree) {
        return new LangChainPrompt(tree).read();
    }

    private Recognized read() {
        JsonNode root = tree.root();
        if (isOld(root)) {
            readOld(root);
        } else {
            switch (type(root)) {
                case "ChatPromptTemplate" -> readChat(root);
                case "PromptTemplate" -> {
                    start(root.path("kwargs"));
                    addText("user", "/kwargs/template");
                }
                default -> throw tree.fault("/id", "This is a " + type(root) + " of LangChain: only a "
                        + "ChatPromptTemplate or a PromptTemplate can be opened. Serialise the prompt alone");
            }
        }
        if (!left.isEmpty()) {
            notes.add("Left out: places for messages that are filled in later (" + Few.list(left) + ").");
        }
        body.lost().forEach(lost -> notes.add("Left out: " + lost + "."));
        return new Recognized.Foreign(body.prompt(), rows(root), notes);
    }

    private void readOld(JsonNode root) {
        if (!root.path("_type").asText().equals("prompt") || !root.path("template").isTextual()) {
            throw tree.fault("/_type", "Of LangChain's prompt files only those of \"_type\": \"prompt\" with a "
                    + "\"template\" in them can be opened: write this one out as text");
        }
        start(root);
        addText("user", "/template");
    }

    /// Values that the prompt brings along for some of its variables.
    private static String rows(JsonNode root) {
        JsonNode given = root.has("kwargs") ? root.path("kwargs").path("partial_variables") : root.path(
                "partial_variables");
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        given.properties().stream().filter(entry -> entry.getValue().isValueNode())
                .forEach(entry -> row.set(entry.getKey(), entry.getValue()));
        var rows = new Rows();
        rows.add(row);
        return rows.lines();
    }

    private void start(JsonNode template) {
        String format = template.path("template_format").asText("f-string");
        if (!DIALECTS.containsKey(format)) {
            throw tree.fault("", "\"template_format\" is " + format + ": use f-string, mustache or jinja2");
        }
        body = new ChatBody(DIALECTS.get(format), Options.none());
    }

    private void readChat(JsonNode root) {
        JsonNode messages = root.path("kwargs").path("messages");
        // All templates of a prompt are of one kind.
        for (JsonNode message : messages) {
            JsonNode prompt = message.path("kwargs").path("prompt");
            JsonNode template = (prompt.isArray() ? prompt.path(0) : prompt).path("kwargs");
            if (template.isObject()) {
                start(template);
                break;
            }
        }
        for (int i = 0; i < messages.size(); i++) {
            addMessage(messages.get(i), "/kwargs/messages/" + i);
        }
    }

    private void addMessage(JsonNode message, String path) {
        String type = type(message);
        if (type.equals("MessagesPlaceholder")) {
            left.add(message.path("kwargs").path("variable_name").asText("unnamed"));
            return;
        }
        String role = ROLES.get(type.replaceFirst("PromptTemplate$", ""));
        boolean isPlain = message.path("kwargs").path("content").isTextual();
        JsonNode prompt = message.path("kwargs").path("prompt");
        if (role == null) {
            throw tree.fault(path, "A " + type + " cannot be opened: only system, human and AI messages can");
        }
        if (isPlain) {
            body.addLiteral(role, message.path("kwargs").path("content").textValue());
        } else if (prompt.isArray() && prompt.size() == 1) {
            addText(role, path + "/kwargs/prompt/0/kwargs/template");
        } else if (prompt.has("kwargs")) {
            addText(role, path + "/kwargs/prompt/kwargs/template");
        } else {
            throw tree.fault(path, "A message of several parts cannot be opened: give it one text");
        }
    }

    private void addText(String role, String path) {
        JsonNode template = tree.at(path);
        if (!template.isTextual()) {
            throw tree.fault(path, "Expected the text of a template here");
        }
        try {
            body.add(role, template.textValue());
        } catch (InputException e) {
            throw tree.fault(path, e);
        }
    }

    private static String type(JsonNode object) {
        JsonNode id = object.path("id");
        return id.isArray() && !id.isEmpty() ? id.get(id.size() - 1).asText("object") : "object";
    }
}
