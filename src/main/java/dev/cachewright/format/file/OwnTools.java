package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// The tools that front matter defines itself: the entries of `toolDefs`, and those of `tools` that are more than a
/// name.
final class OwnTools {

    private static final String TOOLS = "tools";
    private static final String DEFINITIONS = "toolDefs";
    private static final String NAME = "name";
    private static final String INPUT = "inputSchema";

    private final FrontMatter frontMatter;
    private final ArrayNode definitions = JsonNodeFactory.instance.arrayNode();
    private final SequencedSet<String> names = new LinkedHashSet<>();
    private final SequencedSet<String> undefined = new LinkedHashSet<>();

    private OwnTools(FrontMatter frontMatter) {
        this.frontMatter = frontMatter;
    }

    static OwnTools of(FrontMatter frontMatter) {
        var tools = new OwnTools(frontMatter);
        List.of(DEFINITIONS, TOOLS).forEach(key -> frontMatter.at(key).forEach(tools::add));
        tools.definitions.forEach(tool -> tools.names.remove(nameOf(tool)));
        tools.undefined.addAll(tools.names);
        return tools;
    }

    private void add(JsonNode entry) {
        if (entry.isObject()) {
            definitions.add(definition(entry));
        } else if (entry.isTextual()) {
            names.add(entry.asText());
        }
    }

    private ObjectNode definition(JsonNode entry) {
        boolean isDotprompt = entry.path(NAME).isTextual() && (entry.has(INPUT) || entry.size() <= 2);
        if (!isDotprompt) {
            return (ObjectNode) entry;
        }
        ObjectNode function = JsonNodeFactory.instance.objectNode();
        function.put(NAME, entry.path(NAME).asText());
        if (entry.has("description")) {
            function.set("description", entry.get("description"));
        }
        var schema = new Picoschema();
        function.set("parameters", schema.read(entry.has(INPUT) && !entry.path(INPUT).isNull()
                ? entry.path(INPUT)
                : JsonNodeFactory.instance.objectNode().put("type", "object")));
        undefined.addAll(schema.unknown());
        ObjectNode tool = JsonNodeFactory.instance.objectNode().put("type", "function");
        tool.set("function", function);
        return tool;
    }

    private static String nameOf(JsonNode tool) {
        return tool.path("function").path(NAME).asText(tool.path(NAME).asText(""));
    }

    /// The JSON array of the definitions; empty where there is none.
    Optional<String> json() {
        return definitions.isEmpty() ? Optional.empty() : Optional.of(definitions.toPrettyString());
    }

    /// The tools that are named and not defined, and the schemas that definitions name.
    List<String> undefined() {
        return List.copyOf(undefined);
    }

    /// The front matter without the definitions; what it names stays.
    FrontMatter removed(String lineEnd) {
        String kept = names.stream().map(SettingsWriter::scalar).collect(Collectors.joining(", ", "[", "]"));
        FrontMatter without = frontMatter.with(DEFINITIONS, "", lineEnd);
        boolean isList = without.at(TOOLS).valueStream().anyMatch(JsonNode::isObject);
        return isList ? without.with(TOOLS, names.isEmpty() ? "" : kept, lineEnd) : without;
    }
}
