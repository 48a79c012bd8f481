package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.ConverseBody;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One line of a file of calls.
///
/// @param body of the request
/// @param endpoint empty where none was recorded; then the body tells its form
record RecordedLine(Map<String, String> fields, String body, Optional<Endpoint> endpoint) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_QUOTE = 60;
    private static final double MILLIS = 1_000;

    /// @throws InputException where the line is no JSON object
    static RecordedLine of(String line) {
        Map<String, String> fields = RawJson.fields(line);
        return new RecordedLine(fields, fields.getOrDefault("request", fields.getOrDefault("body", line)),
                text(fields, "endpoint").or(() -> text(fields, "url")).filter(recorded -> !recorded.isBlank())
                        .map(Endpoint::of));
    }

    /// The path of an endpoint whose requests cannot be read.
    Optional<String> unknownEndpoint() {
        return endpoint.filter(recorded -> recorded.api().isEmpty()).map(Endpoint::path);
    }

    /// @throws InputException where a field is not what it should be, or there is no request
    RecordedCall call() {
        boolean isConverse = endpoint.filter(Endpoint::isConverse).isPresent();
        Prompt prompt = isConverse ? ConverseBody.read(body) : endpoint.flatMap(Endpoint::api).map(
                known -> RequestBodyReader.read(body, known)).orElseGet(() -> RequestBodyReader.read(body));
        String own = prompt.settings().model();
        String model = text(fields, "model")
                .orElseGet(() -> own.isEmpty() ? endpoint.map(Endpoint::model).orElse("") : own);
        Prompt named = prompt.withSettings(prompt.settings().withModel(model));
        return new RecordedCall(
                Optional.ofNullable(fields.get("at")).filter(at -> !at.equals("null")).map(RecordedLine::instant),
                named,
                UsageReader.read(fields.getOrDefault("usage", ""), isConverse ? "" : body),
                endpoint.map(Endpoint::host).orElse(""));
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
