package dev.cachewright.format.log.form;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An exchange that a proxy recorded with both sides: claude-tap and claude-trace.
final class TapTrace {

    private static final long FIRST_ERROR = 400;

    private TapTrace() {
    }

    static Optional<Finding> read(LogFields record) {
        // Most records with a request are others, whose body need not be read for this.
        if (!record.hasAny("response", "logged_at", "turn") || !isExchange(record.json("request").orElse(""), record)) {
            return Optional.empty();
        }
        LogFields request = record.object("request");
        LogFields response = record.object("response");
        CallAddress address = CallAddress.of(record.text("upstream_base_url") + request.text("url", "path"));
        if (!address.isModel() || !request.has("body")) {
            return Passed.NO_CALL;
        }
        if (response.count("status", "status_code").orElse(0) >= FIRST_ERROR) {
            return Passed.FAILED;
        }
        boolean isTap = record.has("turn");
        AnswerText answer = answer(response);
        Optional<Duration> total = record.duration("duration_ms", 1_000);
        Optional<Instant> end = isTap ? record.time("timestamp") : response.time("timestamp");
        // claude-tap writes the time at which it has the answer.
        Optional<Instant> start = isTap ? end.map(time -> time.minus(total.orElse(Duration.ZERO)))
                : request.time("timestamp");
        FoundCall call = new FoundCall(isTap ? "claude-tap" : "claude-trace").at(start)
                .total(total.or(() -> LogFields.between(start, end))).to(address).key(key(request.object("headers")));
        String body = request.json("body").orElse("");
        call.body(RawJson.isObject(body) ? body : RawJson.text(body).orElse(""));
        call.model(call.model().isEmpty() ? answer.model() : "");
        return Optional.of(new Finding.Call(call.usage(answer.usage())
                .id(record.text("request_id").isEmpty() ? answer.id() : record.text("request_id"))));
    }

    private static boolean isExchange(String request, LogFields record) {
        List<String> names = RawJson.isObject(request) ? record.glance(request).names() : List.of();
        return (names.contains("path") || names.contains("url"))
                && (names.contains("method") || names.contains("headers"));
    }

    private static AnswerText answer(LogFields response) {
        AnswerText body = RequestLine.answer(response, "body");
        return body.usage().input().isEmpty() && response.has("body_raw")
                ? AnswerText.of(response.text("body_raw"))
                : body;
    }

    /// These tools cut keys off, but for a few characters that are the same for all of a vendor.
    private static String key(LogFields headers) {
        for (String name : headers.all().keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("authorization") || lower.equals("x-api-key")) {
                String value = headers.text(name).replaceFirst("(?i)^bearer ", "");
                return value.contains("...") || value.contains("*") || value.contains("REDACTED") ? "" : value;
            }
        }
        return "";
    }
}
