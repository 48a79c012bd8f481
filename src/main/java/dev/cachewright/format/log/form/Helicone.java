package dev.cachewright.format.log.form;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/// A request of Helicone's export, with its answer beside it.
final class Helicone {

    private static final long FIRST_ERROR = 400;
    /// What stands for "no other request" among its ids.
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private Helicone() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.hasAny("request_body", "request_created_at", "prompt_cache_read_tokens")
                || !record.hasAny("request_id", "request_model", "response_body", "request_path")) {
            return Optional.empty();
        }
        if (record.count("response_status", "status").orElse(0) >= FIRST_ERROR) {
            return Passed.FAILED;
        }
        if (record.isTrue("cache_hit") || record.has("cache_reference_id") && !record.is("cache_reference_id", NO_ID,
                "")) {
            return Passed.GATEWAY;
        }
        AnswerText answer = RequestLine.answer(record, "response_body");
        FoundCall call = new FoundCall("helicone");
        Optional<Instant> start = record.time("request_created_at");
        call.at(start).firstToken(record.duration("time_to_first_token", 1_000))
                .total(record.duration("delay_ms", 1_000)
                        .or(() -> LogFields.between(start, record.time("response_created_at"))));
        call.to(CallAddress.of(record.text("target_url", "request_path")))
                .provider(record.text("provider").toLowerCase(Locale.ROOT));
        call.model(record.text("request_model", "model"));
        String body = record.json("request_body").orElse("");
        call.body(RawJson.isObject(body) ? body : body.isEmpty() ? "" : RawJson.text(body).orElse(""));
        call.apiOfBody();
        call.model(call.model().isEmpty() ? answer.model() : "");
        call.usage(usage(record, answer)).id(record.text("request_id"))
                .conversation(record.object("request_properties").text("Helicone-Session-Id"));
        return Optional.of(new Finding.Call(call));
    }

    /// Of the answer where it is there; the counts beside it are Helicone's own.
    private static Usage usage(LogFields record, AnswerText answer) {
        if (answer.usage().input().isPresent()) {
            return answer.usage();
        }
        var raw = new LinkedHashMap<String, String>();
        record.all().forEach((name, value) -> {
            if (name.endsWith("_tokens")) {
                raw.put(name, value);
            }
        });
        return new Counts(record.count("prompt_tokens"), record.count("prompt_cache_read_tokens"),
                record.count("prompt_cache_write_tokens"), record.count("completion_tokens"))
                .usage(RawJson.object(raw));
    }
}
