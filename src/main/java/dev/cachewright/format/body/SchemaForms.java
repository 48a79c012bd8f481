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
    private static final String FORMAT = "format";

    private SchemaForms() {
    }

    /// The field of a body that holds the schema.
    static String field(Api api) {
        return switch (api) {
            case CHAT -> "response_format";
            case RESPONSES -> "text";
            case MESSAGES -> "output_config";
        };
    }

    /// The value of that field.
    ///
    /// @param other what the field has otherwise, JSON, of which all but the format stays; empty for nothing
    static String of(String schema, Api api, String other) {
        SequencedMap<String, String> named = named(schema.strip());
        var format = new LinkedHashMap<String, String>();
        format.put("type", "\"json_schema\"");
        switch (api) {
            case CHAT -> format.put("json_schema", RawJson.object(named));
            case RESPONSES -> format.putAll(named);
            case MESSAGES -> format.put(SCHEMA, named.get(SCHEMA));
        }
        if (api == Api.CHAT) {
            return RawJson.object(format);
        }
        var holder = new LinkedHashMap<String, String>();
        holder.put(FORMAT, RawJson.object(format));
        if (RawJson.isObject(other)) {
            RawJson.fields(other).forEach(holder::putIfAbsent);
        }
        return RawJson.object(holder);
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
