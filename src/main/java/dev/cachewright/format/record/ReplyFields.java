package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Reply;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What of an answer matters for the calls after it, as fields of its result.
final class ReplyFields {

    private static final String ID = "id";
    private static final String ITEMS = "items";
    private static final String DIAGNOSIS = "diagnosis";

    private ReplyFields() {
    }

    /// Only what is known.
    static SequencedMap<String, String> of(Reply reply) {
        var fields = new LinkedHashMap<String, String>();
        if (!reply.id().isEmpty()) {
            fields.put(ID, RawJson.quote(reply.id()));
        }
        putLine(fields, ITEMS, reply.items());
        putLine(fields, DIAGNOSIS, reply.diagnosis());
        return fields;
    }

    /// Line breaks of JSON stand between its tokens: a blank says the same, and keeps the record on its line.
    private static void putLine(SequencedMap<String, String> fields, String name, String json) {
        if (!json.isEmpty()) {
            fields.put(name, json.replaceAll("[\\r\\n]", " "));
        }
    }

    static Reply read(JsonNode node, String json) {
        return node.has(ID) || node.has(ITEMS) || node.has(DIAGNOSIS)
                ? new Reply(node.path(ID).asText(""), RawJson.fields(json).getOrDefault(ITEMS, ""),
                        RawJson.fields(json).getOrDefault(DIAGNOSIS, ""))
                : Reply.none();
    }
}
