package dev.cachewright.run;

import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the vendors publish of their requests: our extract of it as JSON Schema, and the models of their own SDKs.
final class PublishedForms {

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<Api, Schema> schemas = new EnumMap<>(Api.class);

    PublishedForms() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Api api : Api.values()) {
            try (InputStream in = PublishedForms.class.getResourceAsStream("/published/" + api.word()
                    + ".schema.json")) {
                schemas.put(api, registry.getSchema(in, InputFormat.JSON));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// What is wrong with a body; nothing where it is in order.
    List<String> faults(Api api, String body) {
        var faults = new ArrayList<String>();
        try {
            STRICT.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
        schemas.get(api).validate(body, InputFormat.JSON).stream().map(Error::toString).forEach(faults::add);
        return faults;
    }

    /// What the vendor's SDK says of a body that it reads as the parameters of a call; nothing where it takes it.
    static List<String> faultsOfSdk(Api api, String body) {
        try {
            switch (api) {
                case CHAT -> com.openai.core.ObjectMappers.jsonMapper()
                        .readValue(body, ChatCompletionCreateParams.Body.class).validate();
                case RESPONSES -> com.openai.core.ObjectMappers.jsonMapper()
                        .readValue(completed(body), ResponseCreateParams.Body.class).validate();
                case MESSAGES -> com.anthropic.core.ObjectMappers.jsonMapper()
                        .readValue(body, MessageCreateParams.Body.class).validate();
            }
            return List.of();
        } catch (JsonProcessingException | RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /// The SDK wants what the API lets an item go without: a type, the detail of an image, and what an answer had
    /// besides its text.
    private static String completed(String body) {
        JsonNode tree = RawJson.tree(body);
        tree.path("input").forEach(item -> {
            if (item instanceof ObjectNode message && message.has("role")) {
                put(message, "type", "message");
                boolean isAnswer = message.path("role").asText().equals("assistant")
                        && message.path("content").isArray();
                if (isAnswer) {
                    put(message, "id", "msg_1");
                    put(message, "status", "completed");
                }
                message.path("content").forEach(PublishedForms::complete);
            }
        });
        return tree.toString();
    }

    private static void complete(JsonNode part) {
        switch (part.path("type").asText()) {
            case "input_image" -> put((ObjectNode) part, "detail", "auto");
            case "output_text" -> ((ObjectNode) part).withArray("/annotations");
            default -> {
            }
        }
    }

    private static void put(ObjectNode object, String name, String value) {
        if (!object.has(name)) {
            object.put(name, value);
        }
    }
}
