package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Failure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A failure as fields of a session line: `kind`, `status`, and what its words need.
///
/// Earlier versions wrote `message` and `advice` without a `kind`; these, and kinds of a later version, are read as
/// words.
final class FailureFields {

    private FailureFields() {
    }

    /// The fields with their JSON, in the order in which they are written.
    static SequencedMap<String, String> of(Failure failure) {
        var fields = new LinkedHashMap<String, String>();
        switch (failure) {
            case Failure.Known known -> {
                fields.put("kind", RawJson.quote(word(known.kind())));
                fields.put("status", String.valueOf(known.status()));
                fields.put("message", RawJson.quote(known.said()));
                fields.put("server", RawJson.quote(known.server().address()));
                fields.put("keyVariable", RawJson.quote(known.server().keyVariable()));
                fields.put("retryAfterSeconds", String.valueOf(known.retryAfterSeconds()));
            }
            case Failure.Worded worded -> {
                fields.put("status", String.valueOf(worded.status()));
                fields.put("message", RawJson.quote(worded.message()));
                fields.put("advice", RawJson.quote(worded.advice()));
            }
        }
        return fields;
    }

    static Failure read(JsonNode node) {
        int status = node.path("status").asInt();
        String message = node.path("message").asText("");
        var server = new Failure.Server(node.path("server").asText(""), node.path("keyVariable").asText(""));
        return kind(node.path("kind").asText("")).<Failure>map(
                kind -> new Failure.Known(kind, status, message, server, node.path("retryAfterSeconds").asLong()))
                .orElseGet(() -> new Failure.Worded(status, message, node.path("advice").asText("")));
    }

    private static Optional<Failure.Kind> kind(String word) {
        return Stream.of(Failure.Kind.values()).filter(each -> word(each).equals(word)).findFirst();
    }

    private static String word(Failure.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
