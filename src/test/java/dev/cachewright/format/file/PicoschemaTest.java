package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The short form of schemas against what Dotprompt's page says that it stands for.
class PicoschemaTest {

    private static String read(String schema) throws IOException {
        return new Picoschema().read(new ObjectMapper().readTree(schema)).toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": "string"}                        | {"a":{"type":"string"}}                                  | ["a"]
            {"a": "integer, how, many"}            | {"a":{"type":"integer","description":"how, many"}}       | ["a"]
            {"a?": "boolean"}                      | {"a":{"type":["boolean","null"]}}                        |
            {"a": "any"}                           | {"a":{}}                                                 | ["a"]
            {"a(array, list)": "string"}           | {"a":{"type":"array","items":{"type":"string"},"description":"list"}} | ["a"]
            {"a?(array)": "number"}                | {"a":{"type":["array","null"],"items":{"type":"number"}}} |
            {"a(enum)": ["X", "Y"]}                | {"a":{"enum":["X","Y"]}}                                 | ["a"]
            {"a?(enum, d)": ["X"]}                 | {"a":{"enum":["X",null],"description":"d"}}              |
            """)
    void propertiesBecomeJsonSchema(String pico, String properties, String required) throws IOException {
        assertThat(read(pico)).isEqualTo("{\"type\":\"object\",\"properties\":" + properties
                + ",\"additionalProperties\":false" + (required == null ? "" : ",\"required\":" + required) + "}");
    }

    @Test
    void objectsStandInsideOthers() throws IOException {
        assertThat(RawJson.tree(read("""
                {"a(object, inner)": {"b": "string"}, "c(array)": {"d?": "number"}, "(*)": "string"}""")))
                .isEqualTo(RawJson.tree("""
                        {"type": "object", "additionalProperties": {"type": "string"}, "required": ["a", "c"],
                         "properties": {
                          "a": {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"],
                                "additionalProperties": false, "description": "inner"},
                          "c": {"type": "array", "items": {"type": "object", "additionalProperties": false,
                                "properties": {"d": {"type": ["number", "null"]}}}}}}"""));
    }

    @Test
    void jsonSchemaStaysWhatItIs() throws IOException {
        String schema = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}";

        assertThat(read(schema)).isEqualTo(schema);
        assertThat(read("{\"properties\":{\"a\":{}}}")).isEqualTo("{\"properties\":{\"a\":{}},\"type\":\"object\"}");
    }

    @Test
    void schemasOfOtherFilesAreNamed() throws IOException {
        var schema = new Picoschema();
        schema.read(new ObjectMapper().readTree("{\"a\": \"Recipe, one\", \"b(array)\": \"Step\"}"));

        assertThat(schema.unknown()).containsExactly("Recipe", "Step");
    }
}
