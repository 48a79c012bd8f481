package dev.cachewright.format.log.form;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.record.Envelope;
import dev.cachewright.format.record.RecordedTime;
import dev.cachewright.session.Usage;
import java.util.Optional;

/// A request with what stands beside it: a line of our own sessions, what `replay` reads, or a bare request body.
final class RequestLine {

    private static final String REQUEST = "request";

    private RequestLine() {
    }

    static Optional<Finding> read(LogFields record) {
        Envelope envelope = new Envelope(record.all());
        boolean isEnveloped = envelope.hasRequest();
        boolean isBody = record.isArray("messages") || record.isArray("contents") || record.isArray("input")
                || !record.text("input").isEmpty();
        if (!isEnveloped && !isBody) {
            return Optional.empty();
        }
        if (!isEnveloped && record.has("messages") && !record.has("model")
                && record.json("messages").orElse("").contains("\"assistant\"")) {
            return Optional.of(new Finding.Unread("an example for fine-tuning, which is no call"));
        }
        if (envelope.failure().isPresent()) {
            return Passed.FAILED;
        }
        String body = envelope.body(isEnveloped ? "" : record.json());
        boolean isBare = !isEnveloped && body.equals(record.json());
        FoundCall call = new FoundCall(isBare ? "request-body" : form(record)).model(record.text("model"));
        if (isEnveloped && RawJson.isObject(body)) {
            call.body(body, record.glance(body));
        } else if (isBare) {
            call.body(body);
        } else {
            call.rebuilt(Optional.of(body));
        }
        call.to(CallAddress.of(record.text("endpoint", "url", "request_path"))).apiOfBody();
        envelope.time().ifPresent(time -> call.at(Optional.of(RecordedTime.read(time.getKey(), time.getValue()))));
        call.firstToken(record.duration("ttftMs", 1_000)).total(record.duration("totalMs", 1_000)
                .or(() -> record.duration("duration_ms", 1_000)).or(() -> record.duration("latency_ms", 1_000)));
        String usage = envelope.usage();
        call.usage(usage.isEmpty() ? Usage.unknown() : UsageReader.read(usage, call.body().orElse("")));
        call.keyOfServer(record.text("keyHash"));
        LogFields result = record.object("result");
        call.id(record.text("id", "request_id", "custom_id"));
        call.id(call.id().isEmpty() ? result.text("id") : call.id());
        return Optional.of(new Finding.Call(call.conversation(record.text("conversation", "session_id"))));
    }

    private static String form(LogFields record) {
        return record.has(REQUEST) && record.hasAny("endpoint", "at", "usage") ? "cachewright" : "request-log";
    }

    /// The answer in a field, which may be a text.
    static AnswerText answer(LogFields record, String field) {
        String json = record.json(field).orElse("");
        return json.isEmpty() ? AnswerText.unknown() : AnswerText.of(RawJson.text(json).orElse(json));
    }
}
