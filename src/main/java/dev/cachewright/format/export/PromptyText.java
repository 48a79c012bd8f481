package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A `.prompty` file (version 1): model, settings and a sample of the values, then the messages after their roles.
record PromptyText(TaggedRequest tagged, List<Row> rows) {

    private static final Pattern ROLE = Pattern.compile(
            "(?im)^[ \\t]*#?[ \\t]*(system|user|assistant|developer|tool)(\\[[^\\]\\n]*])?[ \\t]*:[ \\t]*$");
    private static final Set<String> ELSEWHERE = Set.of("model", "messages", "input", "system", "instructions");

    PromptForm.Exported of(String name) {
        var request = tagged.sent().request();
        var notes = new ArrayList<String>();
        if (!request.breakpoints().isEmpty()) {
            notes.add("The breakpoints are not in it: Prompty has no form for them.");
        }
        if (rows.size() > 1) {
            notes.add("Of " + rows.size() + " rows the first is its sample.");
        }
        boolean isAnthropic = request.settings().api() == Api.MESSAGES;
        var text = new StringBuilder("---\nname: ").append(YamlText.quote(name.replaceFirst("\\.prompt$", "")))
                .append("\nmodel:\n  api: ").append(request.settings().api() == Api.RESPONSES ? "responses" : "chat")
                .append("\n  configuration:\n    type: ").append(isAnthropic ? "anthropic" : "openai")
                .append("\n    name: ").append(YamlText.quote(request.settings().model())).append('\n');
        ObjectNode parameters = parameters();
        if (!parameters.isEmpty()) {
            text.append(YamlText.field("parameters", parameters, 2));
        }
        rows.stream().findFirst().filter(row -> !row.values().isEmpty()).ifPresent(row -> {
            text.append("sample:\n");
            row.values().forEach((key, value) -> text.append(YamlText.field(key, RawJson.value(value), 2)));
        });
        text.append("---\n");
        for (Message message : request.conversation()) {
            text.append(message.role().word()).append(":\n").append(content(message)).append("\n\n");
        }
        return new PromptForm.Exported(text.toString().stripTrailing() + "\n", notes);
    }

    private static String content(Message message) {
        if (message.form() == Form.ITEM) {
            throw TaggedRequest.fault("A Prompty file has only texts: a message with tool calls, pictures or the like "
                    + "cannot be exported to it");
        }
        String text = TaggedRequest.restored(message.text()).strip();
        if (ROLE.matcher(text).find()) {
            throw TaggedRequest
                    .fault("A line of the text is a role and a colon, such as \"user:\", which Prompty would "
                            + "take for the beginning of a message: write it otherwise");
        }
        return text;
    }

    private ObjectNode parameters() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        RawJson.tree(RequestBodyWriter.write(tagged.sent(), false).json()).properties().forEach(field -> {
            if (!ELSEWHERE.contains(field.getKey())) {
                parameters.set(field.getKey(), field.getValue());
            }
        });
        return parameters;
    }
}
