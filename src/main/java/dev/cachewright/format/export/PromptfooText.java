package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A configuration of promptfoo: the messages with their markers, the model with its settings, a test for each row.
record PromptfooText(TaggedRequest tagged, List<Row> rows) {

    /// What promptfoo's providers have a setting for; the rest goes along as it is.
    private static final Set<String> SETTINGS = Set.of("temperature", "max_tokens", "max_completion_tokens",
            "max_output_tokens", "top_p", "top_k", "frequency_penalty", "presence_penalty", "stop", "stop_sequences",
            "seed", "reasoning_effort", "verbosity", "tools", "tool_choice", "response_format", "thinking",
            "instructions");
    private static final Set<String> ELSEWHERE = Set.of("model", "messages", "input", "system");

    PromptForm.Exported of(String name) {
        Api api = tagged.sent().request().settings().api();
        var body = (ObjectNode) RawJson.tree(RequestBodyWriter.write(tagged.sent(), false).json());
        var text = new StringBuilder("description: ").append(YamlText.quote(name)).append("\nprompts:\n  - |-\n");
        messages(body).forEach(line -> text.append("    ").append(line).append('\n'));
        text.append("providers:\n  - id: ").append(YamlText.quote((switch (api) {
            case CHAT -> "openai:chat:";
            case RESPONSES -> "openai:responses:";
            case MESSAGES -> "anthropic:messages:";
        }) + body.path("model").asText())).append('\n');
        ObjectNode config = config(body, api);
        if (!config.isEmpty()) {
            text.append(YamlText.field("config", config, 4));
        }
        List<ObjectNode> tests = tests();
        if (!tests.isEmpty()) {
            text.append("tests:\n");
            tests.forEach(vars -> {
                text.append("  - vars:\n");
                vars.properties().forEach(value -> text.append(YamlText.field(value.getKey(), value.getValue(), 6)));
            });
        }
        return new PromptForm.Exported(text.toString(), List.of());
    }

    /// The list of messages as JSON, a line each.
    private static List<String> messages(ObjectNode body) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        JsonNode system = body.path("system");
        if (!system.isMissingNode()) {
            // Anthropic's provider takes it out again.
            all.addObject().put("role", "system").set("content", system);
        }
        JsonNode given = body.path(body.has("input") ? "input" : "messages");
        if (given.isTextual()) {
            all.addObject().put("role", "user").set("content", given);
        } else {
            given.forEach(all::add);
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            lines.add("  " + YamlText.escaped(restored(all.get(i)).toString()) + (i + 1 < all.size() ? "," : ""));
        }
        lines.addFirst("[");
        lines.add("]");
        return lines;
    }

    private static JsonNode restored(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(TaggedRequest.restored(node.textValue()));
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), restored(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(restored(element)));
            return copy;
        }
        return node;
    }

    private static ObjectNode config(ObjectNode body, Api api) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (TaggedRequest.isIn(field.getValue().toString()) && !ELSEWHERE.contains(field.getKey())) {
                throw TaggedRequest
                        .fault("The " + field.getKey() + " hold a variable, which promptfoo fills in only in "
                                + "messages: put the text into a message, or choose Chat");
            } else if (SETTINGS.contains(field.getKey())) {
                config.set(field.getKey(), field.getValue());
            } else if (!ELSEWHERE.contains(field.getKey())) {
                others.set(field.getKey(), field.getValue());
            }
        }
        if (!others.isEmpty()) {
            config.set(api == Api.MESSAGES ? "extra_body" : "passthrough", others);
        }
        return config;
    }

    private List<ObjectNode> tests() {
        var tests = new ArrayList<ObjectNode>();
        for (Row row : rows) {
            ObjectNode vars = JsonNodeFactory.instance.objectNode();
            row.values().forEach((name, value) -> vars.set(name, value(name, value, tests.size() + 1)));
            if (!vars.isEmpty()) {
                tests.add(vars);
            }
        }
        return tests;
    }

    private static JsonNode value(String name, Object value, int row) {
        JsonNode node = RawJson.value(value);
        boolean isRead = node.isTextual() && (node.textValue().startsWith("file://") || node.textValue().contains("{{")
                || node.textValue().contains("{%"));
        if (node.isArray() || isRead) {
            throw TaggedRequest
                    .fault("The value of " + name + " in row " + row + " cannot be exported: promptfoo would "
                            + (node.isArray() ? "make a test of each element of the list"
                                    : "take it for a file or a template"));
        }
        return node;
    }
}
