package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.Api;
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
/// `required` and `additionalProperties` are left out, which a strict schema has on each object. Exact on all five
/// recorded calls with a strict schema: gpt-4o after tools, gpt-5.4 without.
final class SchemaTokens {

    private static final Set<String> LEFT_OUT = Set.of("required", "additionalProperties");
    /// The fields whose keys are names, not keywords.
    private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions", "patternProperties");
    /// A message's frame, or the line between tools and schema, that the recordings show on one of two sides only.
    private static final Band UNPROVEN_PLACE = Band.about(5);
    private static final Band UNPROVEN_FORM = Band.about(6);

    private SchemaTokens() {
    }

    /// @param json an object with `name`, `schema`, `strict` and perhaps `description`
    /// @param followsTools whether tools come before it, from which a line separates it
    static Counted counted(String json, boolean followsTools, Api api, Framing framing, Tokenizer tokenizer) {
        Optional<JsonNode> format = ServerJson.read(json).filter(node -> node.path("schema").isObject());
        if (format.isEmpty()) {
            TokenList tokens = tokenizer.encode(json);
            return new Counted(tokens, Band.about(tokens.size()));
        }
        JsonNode node = format.get();
        String description = node.path("description").asText("");
        var counted = new Counted.Builder(tokenizer).signs(followsTools ? 1 : 0).text("# Response Formats\n\n## "
                + node.path("name").asText("") + "\n\n").text(description.isEmpty() ? "" : "// " + description + "\n")
                .identity(node.path("strict") + node.get("schema").toString())
                .text(kept(node.get("schema")).toString());
        boolean isProvenForm = description.isEmpty() && node.path("strict").asBoolean();
        boolean isProvenPlace = api == Api.RESPONSES && followsTools != framing.hasChannels();
        return counted.give(isProvenForm ? Band.EXACT : UNPROVEN_FORM)
                .give(isProvenPlace ? Band.EXACT : UNPROVEN_PLACE).build();
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
