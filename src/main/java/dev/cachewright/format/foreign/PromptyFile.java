package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.TextHead;
import dev.cachewright.format.foreign.syntax.YamlTree;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `.prompty` file, version 1 or 2: YAML, then messages after lines such as `system:`.
///
/// What may be a key (`connection`, `configuration`, `${env:…}`) is neither read nor kept.
final class PromptyFile {

    private static final Pattern ROLE = Pattern.compile(
            "(?im)^[ \\t]*#?[ \\t]*(system|user|assistant|developer|tool)(\\[[^\\]\\n]*])?[ \\t]*:[ \\t]*$");

    private static final Pattern ROLE_OF_VALUES = Pattern.compile(
            "(?m)^[ \\t]*\\{\\{[^{}\\n]*role[^{}\\n]*}}[ \\t]*:[ \\t]*$");
    /// Lines of a front matter that Dotprompt does not have.
    private static final Pattern OWN = Pattern.compile(
            "(?:inputs|outputs|inputSchema|sample|template)[ \\t]*:.*|model[ \\t]*:[ \\t]*(?:#.*)?");

    private final String text;
    private final YamlTree front;
    private final int bodyStart;
    private final List<String> left = new ArrayList<>();

    private PromptyFile(String text) {
        this.text = text;
        Optional<TextHead.Front> head = TextHead.front(text);
        int lineBefore = head.map(TextHead.Front::lineBefore).orElse(0);
        this.front = YamlTree.of(head.map(TextHead.Front::yaml).orElse(""), lineBefore);
        this.bodyStart = head.map(TextHead.Front::bodyStart).orElse(0);
        if (!front.root().isObject() && !front.root().isMissingNode() && !front.root().isNull()) {
            throw new InputException("The front matter must be \"key: value\" lines", lineBefore + 1, 1);
        }
    }

    /// By its name, or by front matter that Dotprompt does not have before lines that name roles.
    static boolean is(String name, String text) {
        if (name.endsWith(".prompty")) {
            return true;
        }
        Optional<TextHead.Front> head = TextHead.front(text);
        return head.isPresent() && !text.contains("{{role") && ROLE.matcher(text).find(head.get().bodyStart())
                && head.get().yaml().lines().anyMatch(line -> OWN.matcher(line).matches());
    }

    /// Whether a line names a role as Prompty does, and how it is written; empty where none does.
    static String marker(String body) {
        Matcher role = ROLE.matcher(body);
        return role.find() ? role.group().strip() : "";
    }

    /// @throws InputException with line and column where it cannot be read
    static Recognized read(String text) {
        return new PromptyFile(text).read();
    }

    private Recognized read() {
        JsonNode model = front.root().path("model");
        String api = model.path("apiType").asText(model.path("api").asText("chat"));
        if (api.equals("completion")) {
            throw front.fault("/model",
                    "This prompty is for the old Completions, which has no messages: write api: chat "
                            + "to have it opened as a chat");
        }
        if (!List.of("chat", "responses", "agent").contains(api)) {
            throw front.fault("/model", "This prompty is for " + Few.list(List.of(api)) + ", not for a chat: it has no "
                    + "prompt cache");
        }
        String format = front.root().path("template").path("format").path("kind").asText(front.root().path("template")
                .path("format").asText(front.root().path("template").path("type").asText("jinja2")));
        var options = Options.of(id(model), options(model));
        var body = new ChatBody(format.equals("mustache") ? Dialect.NAMES : Dialect.JINJA, options);
        if (api.equals("responses")) {
            body.sendToResponses();
        }
        addTools(body);
        addMessages(body);
        Rows rows = rows();
        left.addAll(options.others());
        left.addAll(body.lost());
        return new Recognized.Foreign(body.prompt(), rows.lines(), notes(model, rows));
    }

    private static String id(JsonNode model) {
        // Version 1 has it in the configuration, drafts of version 2 in the connection.
        JsonNode holder = model.has("configuration") ? model.path("configuration") : model.path("connection");
        String deployment = holder.path("azure_deployment").asText(holder.path("model").asText(holder.path("name")
                .asText("")));
        String id = model.isTextual() ? model.textValue() : model.path("id").asText(deployment);
        return id.contains("${") ? "" : id;
    }

    private JsonNode options(JsonNode model) {
        JsonNode given = model.has("options") ? model.path("options") : model.path("parameters");
        if (!(given.deepCopy() instanceof ObjectNode options)) {
            return JsonNodeFactory.instance.objectNode();
        }
        options.remove(List.of("tools", "additionalProperties"));
        return options;
    }

    /// Functions in the form of a body (version 1), or with their parameters (version 2).
    private void addTools(ChatBody body) {
        JsonNode old = front.root().path("model").path("parameters").path("tools");
        if (old.isArray() && !old.isEmpty()) {
            body.put("tools", old);
            return;
        }
        ArrayNode tools = JsonNodeFactory.instance.arrayNode();
        for (JsonNode tool : front.root().path("tools")) {
            if (tool.path("kind").asText("").equals("function") && tool.path("name").isTextual()) {
                tools.add(PromptyTools.function(tool));
            } else {
                left.add("the tool " + tool.path("name").asText(tool.path("id").asText("without a name")));
            }
        }
        if (!tools.isEmpty()) {
            body.put("tools", tools);
        }
    }

    private void addMessages(ChatBody body) {
        Matcher marker = ROLE.matcher(text);
        String role = "system";
        int from = bodyStart;
        for (int at = bodyStart; marker.find(at); at = marker.end()) {
            add(body, role, from, marker.start());
            role = marker.group(1).toLowerCase(Locale.ROOT);
            if (marker.group(2) != null) {
                left.add("attributes of a role (" + marker.group(2) + ")");
            }
            from = marker.end();
        }
        add(body, role, from, text.length());
    }

    /// Blank lines around a message are none of it.
    private void add(ChatBody body, String role, int from, int to) {
        String raw = text.substring(from, to).replace("\r\n", "\n");
        String trimmed = raw.strip();
        if (trimmed.isEmpty()) {
            return;
        }
        try {
            body.add(role, trimmed);
        } catch (InputException e) {
            int before = raw.indexOf(trimmed);
            int line = (int) (text.substring(0, from) + raw.substring(0, before)).chars().filter(c -> c == '\n')
                    .count();
            throw e.shifted(line, 0);
        }
    }

    private Rows rows() {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        JsonNode schema = front.root().path("inputSchema");
        for (JsonNode inputs : List.of(schema.has("properties") ? schema.path("properties") : schema,
                front.root().path("inputs"))) {
            if (inputs.isArray()) {
                inputs.forEach(input -> put(row, input.path("name").asText(""), input));
            } else if (inputs.isTextual()) {
                left.add("the inputs in another file");
            } else {
                inputs.properties().forEach(entry -> put(row, entry.getKey(), entry.getValue()));
            }
        }
        JsonNode sample = front.root().path("sample");
        if (sample.isTextual()) {
            left.add("the sample in another file");
        }
        // An object is a value there, and no description of one.
        sample.properties().forEach(entry -> putValue(row, entry.getKey(), entry.getValue()));
        return Rows.one(row);
    }

    private void put(Map<String, JsonNode> row, String name, JsonNode input) {
        JsonNode value = !input.isObject() ? input
                : input.has("default") ? input.get("default")
                        : input.has("sample") ? input.get("sample") : input.path("example");
        putValue(row, name, value);
    }

    private void putValue(Map<String, JsonNode> row, String name, JsonNode value) {
        if (name.isEmpty() || value.isMissingNode() || value.isNull()) {
            return;
        }
        if (value.isTextual() && value.textValue().contains("${")) {
            left.add("the value of " + name + ", which is taken from elsewhere");
        } else {
            row.put(name, value);
        }
    }

    private List<String> notes(JsonNode model, Rows rows) {
        var notes = new ArrayList<String>();
        boolean isOld = model.has("configuration") || model.has("parameters") || front.root().has("sample");
        boolean hasConnection = model.has("connection") || model.has("configuration");
        notes.add(bodyStart == 0
                ? "Taken as messages after role markers, as Prompty has them."
                : "Taken from a Prompty file (version " + (isOld ? "1" : "2") + ")"
                        + (hasConnection ? ": the connection is left out" : "") + (rows.size() == 0 ? "."
                                : "; the defaults and samples of its inputs are a row of values."));
        if (ROLE_OF_VALUES.matcher(text).find(bodyStart)) {
            notes.add("A line such as {{item.role}}: is text here: roles cannot come from values.");
        }
        if (front.root().has("outputs") || front.root().has("outputSchema")) {
            left.add("outputs");
        }
        if (!left.isEmpty()) {
            notes.add("Left out: " + Few.list(left) + ".");
        }
        return notes;
    }
}
