package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An entry of an HTTP archive (HAR 1.2) that went to a model. Of its headers nothing is kept but a short hash of the key.
final class HarEntry {

    private static final long FIRST_ERROR = 400;
    private static final List<String> TO_FIRST_BYTE = List.of("blocked", "dns", "connect", "send", "wait");

    private HarEntry() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.has("startedDateTime", "request", "response")) {
            return Optional.empty();
        }
        LogFields request = record.object("request");
        LogFields response = record.object("response");
        CallAddress address = CallAddress.of(request.text("url"));
        String body = request.object("postData").text("text");
        if (!address.isModel() || body.isEmpty()) {
            return Passed.NO_CALL;
        }
        long status = response.count("status").orElse(0);
        if (status >= FIRST_ERROR) {
            return Passed.FAILED;
        }
        String text = content(response.object("content"));
        AnswerText answer = AnswerText.of(text);
        FoundCall call = new FoundCall("har").at(record.time("startedDateTime"))
                .total(record.duration("time", 1_000)).to(address).key(key(request)).body(body)
                .usage(answer.usage()).id(answer.id());
        call.model(call.model().isEmpty() ? answer.model() : "");
        // Only a stream begins with its first token.
        return Optional.of(new Finding.Call(text.stripLeading().startsWith("{")
                ? call
                : call.firstToken(firstByte(record.object("timings")))));
    }

    private static String content(LogFields content) {
        String text = content.text("text");
        if (!content.is("encoding", "base64")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /// A part of -1 does not apply.
    private static Optional<Duration> firstByte(LogFields timings) {
        return timings.duration("wait", 1_000).map(_ -> TO_FIRST_BYTE.stream()
                .flatMap(part -> timings.duration(part, 1_000).stream()).reduce(Duration.ZERO, Duration::plus));
    }

    static String key(LogFields request) {
        for (String header : request.list("headers")) {
            LogFields field = LogFields.of(header);
            String name = field.text("name").toLowerCase(Locale.ROOT);
            if (List.of("authorization", "x-api-key", "api-key", "x-goog-api-key").contains(name)) {
                return field.text("value").replaceFirst("(?i)^bearer ", "");
            }
        }
        return "";
    }
}
