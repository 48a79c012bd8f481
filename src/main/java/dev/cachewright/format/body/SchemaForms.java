package dev.cachewright.format.body;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Output schemas in the form of each endpoint.
///
/// A sidecar file holds the JSON Schema itself, or an object with `name`, `schema` and `strict` as OpenAI has it.
final class SchemaForms {

    private static final String SCHEMA = "schema";

    private SchemaForms() {
    }

    /// The value of `response_format`, `text` or `output_config`.
    static String of(String schema, Api api) {
        SequencedMap<String, String> named = named(schema.strip());
        var format = new LinkedHashMap<String, String>();
        format.put("type", "\"json_schema\"");
        switch (api) {
            case CHAT -> format.put("json_schema", RawJson.object(named));
            case RESPONSES -> format.putAll(named);
            case MESSAGES -> format.put(SCHEMA, named.get(SCHEMA));
        }
        return api == Api.CHAT ? RawJson.object(format) : "{\"format\": " + RawJson.object(format) + "}";
    }

    private static SequencedMap<String, String> named(String schema) {
        SequencedMap<String, String> fields = RawJson.fields(schema);
        if (fields.containsKey(SCHEMA) && fields.containsKey("name")) {
            return fields;
        }
        var named = new LinkedHashMap<String, String>();
        named.put("name", "\"output\"");
        named.put(SCHEMA, schema);
        return named;
    }
}
