package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;

/// A prompt of GitHub Models (`.prompt.yml`): messages with `{{name}}`, and its test data as rows.
final class GitHubPrompt {

    private static final List<String> KNOWN = List.of("name", "description", "model", "modelParameters", "messages",
            "testData", "responseFormat", "jsonSchema");

    private GitHubPrompt() {
    }

    static boolean is(JsonNode object) {
        return object.path("messages").isArray()
                && (object.has("testData") || object.has("modelParameters") || object.has("evaluators"));
    }

    /// @throws InputException with line and column where it cannot be read
    static Recognized read(Tree tree) {
        JsonNode root = tree.root();
        var options = Options.of(root.path("model").asText(""), root.path("modelParameters"));
        var body = new ChatBody(Dialect.NAMES, options);
        putSchema(tree, body);
        body.addAll(tree, "/messages");
        var rows = new Rows();
        root.path("testData").forEach(test -> {
            if (test.deepCopy() instanceof ObjectNode row) {
                row.remove("expected");
                rows.add(row);
            }
        });
        var left = new ArrayList<>(options.others());
        root.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                left.add(name);
            }
        });
        var notes = new ArrayList<String>();
        notes.add("Taken from a prompt of GitHub Models" + (rows.size() == 0 ? "."
                : "; its test data is " + rows.size() + (rows.size() == 1 ? " row" : " rows")
                        + " of values, without what was expected."));
        if (!left.isEmpty()) {
            notes.add("Left out: " + Few.list(left) + ".");
        }
        return new Recognized.Foreign(body.prompt(), rows.lines(), notes);
    }

    private static void putSchema(Tree tree, ChatBody body) {
        JsonNode schema = tree.root().path("jsonSchema");
        if (schema.isMissingNode() || schema.isNull()) {
            return;
        }
        try {
            JsonNode read = schema.isTextual() ? RawJson.tree(schema.textValue()) : schema;
            ObjectNode format = JsonNodeFactory.instance.objectNode().put("type", "json_schema");
            body.put("response_format", format.set("json_schema", read));
        } catch (InputException e) {
            throw tree.fault("/jsonSchema", e);
        }
    }
}
