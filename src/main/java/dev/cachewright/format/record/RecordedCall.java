package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.ConverseBody;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Usage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request that was sent, and what its server reported.
///
/// Read from lines of JSON: `{at, endpoint, model, request, usage}`, of which only the request is needed; a line of the
/// Batch API, `{custom_id, method, url, body}`; or a bare request body.
///
/// @param at when it was sent
public record RecordedCall(Optional<Instant> at, Prompt prompt, Usage usage) {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    /// Bedrock's own API, whose address names the model.
    private static final Pattern CONVERSE = Pattern.compile("/model/([^/]+)/converse(?:-stream)?$");
    private static final int LONGEST_QUOTE = 60;
    private static final double MILLIS = 1_000;

    /// The calls in lines of JSON; blank lines are passed over, and so are calls to endpoints that hold no prompt.
    ///
    /// @throws InputException with the line of the text, and its column where the JSON itself is at fault; also where no
    /// line is a call that can be read
    public static Recording readAll(String text) {
        var calls = new ArrayList<RecordedCall>();
        var unread = new ArrayList<Recording.Unread>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    Map<String, String> fields = RawJson.fields(lines.get(i));
                    Optional<String> endpoint = endpointOf(fields).filter(path -> !isKnown(path));
                    if (endpoint.isPresent()) {
                        unread.add(new Recording.Unread(i + 1, endpoint.get()));
                    } else {
                        calls.add(read(fields, lines.get(i)));
                    }
                } catch (InputException e) {
                    throw new InputException(e.getMessage(), i + 1, Math.max(1, e.column()));
                }
            }
        }
        if (calls.isEmpty() && !unread.isEmpty()) {
            throw new InputException("Unknown endpoint \"" + unread.getFirst().endpoint()
                    + "\": use /v1/chat/completions, /v1/responses or /v1/messages", unread.getFirst().line(), 1);
        }
        return new Recording(calls, unread);
    }

    private static Optional<String> endpointOf(Map<String, String> fields) {
        return text(fields, "endpoint").or(() -> text(fields, "url"))
                .map(path -> path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?')));
    }

    private static boolean isKnown(String endpoint) {
        return Api.ofEndpoint(endpoint).isPresent() || CONVERSE.matcher(endpoint).find();
    }

    private static RecordedCall read(Map<String, String> fields, String line) {
        String body = fields.getOrDefault("request", fields.getOrDefault("body", line));
        Optional<String> endpoint = endpointOf(fields);
        Prompt prompt = read(body, endpoint);
        // A recorder may give the path where the model should be.
        Optional<String> model = text(fields, "model").filter(name -> !CONVERSE.matcher(name).find());
        Prompt named = model.map(name -> prompt.withSettings(prompt.settings().withModel(name))).orElse(prompt);
        return new RecordedCall(Optional.ofNullable(fields.get("at")).map(RecordedCall::instant), named,
                UsageReader.read(fields.getOrDefault("usage", ""), body));
    }

    private static Prompt read(String body, Optional<String> endpoint) {
        Optional<Matcher> converse = endpoint.map(CONVERSE::matcher).filter(Matcher::find);
        if (converse.isPresent()) {
            String model = URLDecoder.decode(converse.get().group(1), StandardCharsets.UTF_8);
            return RequestBodyReader.read(ConverseBody.toMessages(body, model), Api.MESSAGES);
        }
        return endpoint.flatMap(Api::ofEndpoint).map(known -> RequestBodyReader.read(body, known))
                .orElseGet(() -> RequestBodyReader.read(body));
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
