package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;

/// A prompt of Langfuse, text or chat, or an export of several.
final class LangfusePrompt {

    private LangfusePrompt() {
    }

    static boolean is(JsonNode object) {
        JsonNode prompt = object.path("prompt");
        boolean isKnown = object.has("labels") || object.has("config") || object.has("version") || object.has("name");
        return isKnown && (prompt.isTextual() || prompt.isArray()) && !object.has("messages") && !object.has("input");
    }

    /// @param path of the prompt; those after it in the same list are named
    static Recognized read(Tree tree, String path) {
        JsonNode prompt = tree.at(path);
        JsonNode config = prompt.path("config").deepCopy();
        String model = config.path("model").asText("");
        var options = Options.of(model, config instanceof ObjectNode given
                ? given.without(List.of("model"))
                : JsonNodeFactory.instance.objectNode());
        var body = new ChatBody(Dialect.NAMES, options);
        var notes = new ArrayList<String>();
        notes.add("Taken from a Langfuse prompt" + named(prompt) + (model.isEmpty() ? "" : " with the model " + model)
                + "; its labels, tags and version are left out.");
        if (tree.root().isArray() && tree.root().size() > 1) {
            notes.add("The export holds " + tree.root().size() + " prompts: this is the first. Others: "
                    + others(tree.root()) + ".");
        }
        if (!options.others().isEmpty()) {
            notes.add("Left out of its config: " + String.join(", ", options.others()) + ".");
        }
        addMessages(tree, path + "/prompt", body, notes);
        return new Recognized.Foreign(body.prompt(), "", notes);
    }

    private static void addMessages(Tree tree, String path, ChatBody body, List<String> notes) {
        JsonNode prompt = tree.at(path);
        if (prompt.isTextual()) {
            try {
                body.add("user", prompt.textValue());
            } catch (InputException e) {
                throw tree.fault(path, e);
            }
            return;
        }
        var left = new ArrayList<String>();
        for (int i = 0; i < prompt.size(); i++) {
            if (prompt.get(i).path("type").asText("").equals("placeholder")) {
                left.add(prompt.get(i).path("name").asText("unnamed"));
            } else {
                body.addOne(tree, path + "/" + i, "type");
            }
        }
        if (!left.isEmpty()) {
            notes.add("Left out: places for messages that are filled in later (" + String.join(", ", left) + ").");
        }
    }

    private static String named(JsonNode prompt) {
        String name = prompt.path("name").asText("");
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private static String others(JsonNode list) {
        var names = new ArrayList<String>();
        for (int i = 1; i < list.size(); i++) {
            names.add(list.get(i).path("name").asText("unnamed"));
        }
        return Few.list(names);
    }
}
