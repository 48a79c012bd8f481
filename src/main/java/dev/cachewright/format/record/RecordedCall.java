package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Usage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that was sent, and what its server reported.
///
/// Read from lines of JSON: `{at, endpoint, model, request, usage}`, of which only the request is needed; a line of the
/// Batch API, `{custom_id, method, url, body}`; or a bare request body.
///
/// @param at when it was sent
public record RecordedCall(Optional<Instant> at, Prompt prompt, Usage usage) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_QUOTE = 60;
    private static final double MILLIS = 1_000;

    /// The calls in lines of JSON; blank lines are passed over.
    ///
    /// @throws InputException with the line of the text, and its column where the JSON itself is at fault
    public static List<RecordedCall> readAll(String text) {
        var calls = new ArrayList<RecordedCall>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    calls.add(read(lines.get(i)));
                } catch (InputException e) {
                    throw new InputException(e.getMessage(), i + 1, Math.max(1, e.column()));
                }
            }
        }
        return calls;
    }

    private static RecordedCall read(String line) {
        Map<String, String> fields = RawJson.fields(line);
        String body = fields.getOrDefault("request", fields.getOrDefault("body", line));
        Optional<String> endpoint = text(fields, "endpoint").or(() -> text(fields, "url"));
        Optional<Api> api = endpoint.flatMap(Api::ofEndpoint);
        if (endpoint.isPresent() && api.isEmpty()) {
            throw new InputException("Unknown endpoint \"" + endpoint.get()
                    + "\": use /v1/chat/completions, /v1/responses or /v1/messages", 1, 1);
        }
        Prompt prompt = api.map(known -> RequestBodyReader.read(body, known))
                .orElseGet(() -> RequestBodyReader.read(body));
        Prompt named = text(fields, "model").map(model -> prompt.withSettings(prompt.settings().withModel(model)))
                .orElse(prompt);
        return new RecordedCall(Optional.ofNullable(fields.get("at")).map(RecordedCall::instant), named,
                UsageReader.read(fields.getOrDefault("usage", ""), body));
    }

    private static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(RawJson::text);
    }

    /// ISO-8601, or seconds since 1970.
    private static Instant instant(String json) {
        JsonNode at = RawJson.tree(json);
        try {
            Instant instant = at.isNumber()
                    ? Instant.ofEpochMilli(Math.round(at.asDouble() * MILLIS))
                    : Instant.parse(at.asText());
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
                throw new DateTimeException(json);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new InputException(
                    "\"at\" is neither an ISO-8601 time nor seconds, from 1970 to 9999: " + shortened(json), 1, 1);
        }
    }

    private static String shortened(String json) {
        return json.length() > LONGEST_QUOTE ? json.substring(0, LONGEST_QUOTE) + "…" : json;
    }
}
