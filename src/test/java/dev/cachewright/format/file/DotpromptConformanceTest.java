package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the format's own conformance cases ask for, in texts of our own: `dotprompt/conformance.yaml`.
class DotpromptConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private static List<JsonNode> cases() throws IOException {
        var cases = new ArrayList<JsonNode>();
        try (InputStream table = DotpromptConformanceTest.class.getResourceAsStream("/dotprompt/conformance.yaml")) {
            YAML.readTree(table).forEach(cases::add);
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> everyCaseAgreesOrSaysWhyNot() throws IOException {
        return cases().stream().map(
                conformance -> DynamicTest.dynamicTest(conformance.path("name").asText(),
                        () -> assertThat(result(conformance)).as(conformance.path("difference").asText())
                                .satisfies(result -> {
                                    if (conformance.has("difference")) {
                                        assertThat(result).isNotEqualTo(expected(conformance));
                                    } else {
                                        assertThat(result).isEqualTo(expected(conformance));
                                    }
                                })));
    }

    @Test
    void allButSixAgree() throws IOException {
        List<JsonNode> cases = cases();

        assertThat(cases).hasSize(104);
        assertThat(cases.stream().filter(conformance -> conformance.has("difference"))).hasSize(6);
    }

    private static Map<String, Object> expected(JsonNode conformance) {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("messages", conformance.path("messages"));
        for (String part : List.of("schema", "config")) {
            if (conformance.has(part)) {
                expected.put(part, conformance.path(part));
            }
        }
        return expected;
    }

    private static Map<String, Object> result(JsonNode conformance) throws IOException {
        var partials = new LinkedHashMap<String, String>();
        conformance.path("partials").properties()
                .forEach(partial -> partials.put(partial.getKey(), partial.getValue().asText()));
        PromptFile file = PromptFile.read(conformance.path("template").asText(), Partials.of(partials));
        Prompt prompt = new Prompt(file.messages().blocks(), file.messages().settings(),
                map(conformance.path("defaults")));
        var values = new LinkedHashMap<String, Object>(map(conformance.path("values")));
        map(conformance.path("context")).forEach((name, value) -> values.put("@" + name, value));
        var result = new LinkedHashMap<String, Object>();
        try {
            result.put("messages", messages(Renderer.render(prompt, new Row(values)).conversation()));
        } catch (InputException e) {
            result.put("refused", e.getMessage());
        }
        if (conformance.has("schema")) {
            result.put("schema", file.undefined().isEmpty()
                    ? JSON.readTree(file.outputSchema().orElse("null"))
                    : file.undefined());
        }
        if (conformance.has("config")) {
            result.put("config", JSON.valueToTree(prompt.settings().config()));
        }
        return result;
    }

    private static Map<String, Object> map(JsonNode node) {
        return node.isObject()
                ? JSON.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {
                })
                : Map.of();
    }

    private static JsonNode messages(List<Message> messages) throws IOException {
        var list = JSON.createArrayNode();
        for (Message message : messages) {
            JsonNode content = message.form() == Form.ITEM
                    ? parts(JSON.readTree(message.text()).path("content"))
                    : JSON.getNodeFactory().textNode(message.text());
            list.addObject().set(message.role().word(), content);
        }
        return list;
    }

    private static JsonNode parts(JsonNode content) {
        var parts = JSON.createArrayNode();
        content.forEach(part -> {
            if (part.path("type").asText().equals("text")) {
                parts.add(part.path("text").asText());
            } else {
                parts.addObject().put("media", part.path("image_url").path("url").asText());
            }
        });
        return parts;
    }
}
