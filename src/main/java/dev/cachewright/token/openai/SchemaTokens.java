package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import java.util.Optional;
import java.util.Set;

/// The tokens that a server makes of an output schema: a heading with its name, and its JSON without spaces.
///
/// `required`, `additionalProperties` and what limits a value are left out. Exact on 107 of 126 recorded calls, gpt-4o,
/// gpt-4.1 and gpt-5.4.
final class SchemaTokens {

    private static final Set<String> LEFT_OUT = Set.of("required", "additionalProperties", "$schema", "format",
            "minimum", "maximum", "minLength", "maxItems", "maxLength", "minItems", "pattern", "exclusiveMinimum",
            "exclusiveMaximum", "multipleOf");
    /// Left out as their neighbours are, but no recording shows it; a default costs something else than its text.
    private static final Set<String> DOUBTFUL = Set.of("maxLength", "minItems", "pattern", "exclusiveMinimum",
            "exclusiveMaximum", "multipleOf", "default");
    /// The fields whose keys are names, not keywords.
    private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions", "patternProperties");
    private static final Band UNPROVEN_PLACE = Band.about(6);
    /// Two defaults were counted 4 less than their text (17 recordings of one schema).
    private static final int PER_DOUBT = 3;
    /// What comes before an answer in the form of a schema, besides its name.
    private static final int ANSWER = 2;

    private SchemaTokens() {
    }

    /// @param json an object with `name`, `schema`, `strict` and perhaps `description`, or a schema that is sent as
    /// `output`
    static Counted counted(String json, Request request, Api api, Framing framing, Tokenizer tokenizer) {
        Optional<JsonNode> format = format(json);
        if (format.isEmpty()) {
            TokenList tokens = tokenizer.encode(json);
            return new Counted(tokens, Band.about(tokens.size()));
        }
        JsonNode node = format.get();
        String description = node.path("description").asText("");
        JsonNode schema = node.get("schema");
        var counted = new Counted.Builder(tokenizer).signs(framing.hasChannels() ? 0 : frame(request, api)).text(
                "# Response Formats\n\n## " + node.path("name").asText("") + "\n\n").text(
                        description.isEmpty()
                                ? ""
                                : "// " + description + "\n")
                .identity(node.path("strict") + schema.toString()).text(kept(schema).toString());
        int doubts = DOUBTFUL.stream().mapToInt(word -> schema.findValues(word).size()).sum();
        boolean isProven = framing.hasChannels() ? api == Api.RESPONSES : !framing.reasons();
        return counted.give(Band.about(doubts * PER_DOUBT)).give(isProven ? Band.EXACT : UNPROVEN_PLACE).build();
    }

    private static Optional<JsonNode> format(String json) {
        return ServerJson.read(json).filter(JsonNode::isObject).map(node -> node.has("name") && node.has("schema")
                ? node
                : JsonNodeFactory.instance.objectNode().put("name", "output").set("schema", node))
                .filter(node -> node.path("schema").isObject());
    }

    /// A message of its own in a chat that has neither tools nor a system message; else the line before it.
    private static int frame(Request request, Api api) {
        boolean isAlone = api == Api.CHAT && request.tools().isEmpty();
        return isAlone ? Choices.isAfterSystem(request) ? 0 : 4 : 1;
    }

    /// What an answer of a chat names before its text where a schema gives its form: 2 and the name of the schema.
    static Counted answer(Request request, Api api, Framing framing, Tokenizer tokenizer) {
        var counted = new Counted.Builder(tokenizer);
        Optional<String> name = request.messages().stream().filter(message -> message.role() == Role.SCHEMA)
                .findFirst().flatMap(schema -> format(schema.text())).map(node -> node.path("name").asText(""));
        if (name.isEmpty() || api != Api.CHAT || framing.reasons()) {
            return counted.build();
        }
        return counted.signs(ANSWER).text(name.get()).build();
    }

    private static JsonNode kept(JsonNode schema) {
        if (schema.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            schema.forEach(element -> array.add(kept(element)));
            return array;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.properties().stream().filter(field -> !LEFT_OUT.contains(field.getKey())).forEach(
                field -> object.set(field.getKey(), NAMED.contains(field.getKey()) && field.getValue().isObject()
                        ? named(field.getValue())
                        : kept(field.getValue())));
        return object;
    }

    private static JsonNode named(JsonNode schemas) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schemas.properties().forEach(field -> object.set(field.getKey(), kept(field.getValue())));
        return object;
    }
}
