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

/// A configuration of promptfoo: its first prompt, the variables of its tests as rows, and its first model.
final class PromptfooConfig {

    private static final List<String> KNOWN = List.of("description", "tags", "prompts", "providers", "targets", "tests",
            "$schema", "defaultTest");

    /// Settings of a provider that are fields of the body, and those that hold any others.
    private static final List<String> FIELDS = List.of("tools", "tool_choice", "response_format", "thinking",
            "instructions");
    private static final List<String> OTHERS = List.of("passthrough", "extra_body");

    private final Tree tree;
    private final SideFiles files;
    private final List<String> left = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private PromptfooConfig(Tree tree, SideFiles files) {
        this.tree = tree;
        this.files = files;
    }

    static boolean is(JsonNode object) {
        return object.has("prompts") && (object.has("providers") || object.has("targets") || object.has("tests")
                || object.has("defaultTest") || object.has("scenarios"));
    }

    /// @throws InputException with line and column where it cannot be read
    static Recognized read(Tree tree, SideFiles files) {
        return new PromptfooConfig(tree, files).read();
    }

    private Recognized read() {
        notes.add("Taken from a promptfoo configuration.");
        Map.Entry<String, JsonNode> provider = provider();
        JsonNode config = provider.getValue();
        Options options = Options.of(model(provider.getKey()), config);
        var body = new ChatBody(Dialect.JINJA, options);
        FIELDS.stream().filter(field -> isField(field, config)).forEach(field -> body.put(field, config.path(field)));
        OTHERS.forEach(name -> config.path(name).properties()
                .forEach(field -> body.put(field.getKey(), field.getValue())));
        if (provider.getKey().contains(":responses:")) {
            body.sendToResponses();
        }
        JsonNode prompts = tree.at("/prompts");
        String path = "/prompts" + (prompts.isArray() ? "/0" : "");
        if (prompts.isObject() && !prompts.has("raw") && !prompts.has("id")) {
            throw tree.fault("/prompts", "Names of files with labels cannot be read here: write the prompts as a list");
        }
        if (tree.at(path).isMissingNode()) {
            throw tree.fault("/prompts", "This promptfoo configuration holds no prompt: give one under \"prompts\"");
        }
        new PromptfooPrompt(tree, files, notes).addTo(body, path);
        others(prompts);
        Rows rows = rows();
        tree.root().fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                left.add(name);
            }
        });
        left.addAll(body.lost());
        options.others().stream().filter(name -> !isField(name, config) && !OTHERS.contains(name))
                .forEach(name -> left.add("\"" + name + "\" of the provider"));
        if (rows.size() > 0) {
            notes.add("The variables of its tests are " + rows.size() + (rows.size() == 1 ? " row" : " rows")
                    + " of values.");
        }
        if (!left.isEmpty()) {
            notes.add("Left out: " + Few.list(left) + ".");
        }
        return new Recognized.Foreign(body.prompt(), rows.lines(), notes);
    }

    /// Tools and the like may also be in a file.
    private static boolean isField(String name, JsonNode config) {
        return FIELDS.contains(name) && (name.equals("instructions") || !config.path(name).isTextual());
    }

    private void others(JsonNode prompts) {
        var names = new ArrayList<String>();
        for (int i = 1; prompts.isArray() && i < prompts.size(); i++) {
            JsonNode prompt = prompts.get(i);
            String name = prompt.isTextual() ? prompt.textValue()
                    : prompt.path("label").asText(prompt.path("id").asText("prompt " + (i + 1)));
            String line = name.strip().lines().findFirst().orElse("");
            names.add(line.length() > 40 ? line.substring(0, 40) + "…" : line);
        }
        if (!names.isEmpty()) {
            notes.add(
                    "It names " + (names.size() + 1) + " prompts: this is the first. Others: " + Few.list(names) + ".");
        }
    }

    /// The first provider that is a chat of OpenAI or Anthropic; an empty name where there is none.
    private Map.Entry<String, JsonNode> provider() {
        JsonNode providers = tree.at(tree.root().has("providers") ? "/providers" : "/targets");
        List<JsonNode> all = new ArrayList<>();
        if (providers.isArray()) {
            providers.forEach(all::add);
        } else if (!providers.isMissingNode()) {
            all.add(providers);
        }
        for (JsonNode provider : all) {
            Map.Entry<String, JsonNode> named = named(provider);
            if (!model(named.getKey()).isEmpty()) {
                if (all.size() > 1) {
                    notes.add("Of its " + all.size() + " providers the first that is a chat gives the model: "
                            + named.getKey() + ".");
                }
                return named;
            }
        }
        if (!all.isEmpty()) {
            notes.add("None of its providers is a chat of OpenAI or Anthropic, so that no model is taken.");
        }
        return named(JsonNodeFactory.instance.missingNode());
    }

    /// A provider's id and settings: a text, `{id, config}`, or `{ID: {config}}`.
    private static Map.Entry<String, JsonNode> named(JsonNode provider) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        if (!provider.isObject() || provider.isEmpty()) {
            return Map.entry(provider.asText(""), nothing);
        }
        String id = provider.has("id") ? provider.path("id").asText("") : provider.fieldNames().next();
        JsonNode config = provider.has("id") ? provider.path("config") : provider.path(id).path("config");
        return Map.entry(id, config.isObject() ? config : nothing);
    }

    private static String model(String id) {
        String[] parts = id.split(":", 3);
        boolean isChat = parts[0].matches("openai|anthropic|azure|openrouter|azureopenai") && parts.length > 1;
        if (!isChat || parts[1].matches("embedding.*|image|moderation|assistant|realtime|completion|deployment")) {
            return "";
        }
        return parts.length == 3 ? parts[2] : parts[1].matches("chat|responses|messages") ? "" : parts[1];
    }

    private Rows rows() {
        var rows = new Rows();
        ObjectNode common = vars(tree.at("/defaultTest"));
        JsonNode tests = tree.at("/tests");
        if (tests.isTextual()) {
            left.add("the tests in " + tests.textValue() + " (--values takes a CSV or JSON Lines)");
        }
        boolean hasAsserts = tree.at("/defaultTest").has("assert");
        for (JsonNode test : tests) {
            if (test.isTextual()) {
                left.add("the tests in " + test.textValue());
            } else {
                ObjectNode row = common.deepCopy();
                row.setAll(vars(test));
                rows.add(row);
                hasAsserts |= test.has("assert");
            }
        }
        if (rows.size() == 0) {
            rows.add(common);
        }
        if (hasAsserts) {
            left.add("asserts");
        }
        return rows;
    }

    private ObjectNode vars(JsonNode test) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        test.path("vars").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isTextual() && value.textValue().startsWith("file://")) {
                String name = value.textValue().substring("file://".length());
                if (name.matches("(?i).*\\.(txt|md|json)")) {
                    row.put(entry.getKey(), files.read(name).strip());
                } else {
                    left.add("the value of " + entry.getKey() + " in " + name);
                }
            } else if (value.isArray() && !value.isEmpty()) {
                // Each value of a list is a test of its own there.
                row.set(entry.getKey(), value.get(0));
                left.add("all but the first value of " + entry.getKey());
            } else if (!Options.isReference(value) || !value.textValue().contains("env.")) {
                row.set(entry.getKey(), value);
            }
        });
        return row;
    }
}
