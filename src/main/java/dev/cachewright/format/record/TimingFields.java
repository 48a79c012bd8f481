package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.session.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The times of a call as fields, in whole milliseconds from its beginning.
final class TimingFields {

    private static final String SENT = "sentMs";
    private static final String FIRST_BYTE = "firstByteMs";
    private static final String FIRST_TOKEN = "ttftMs";
    private static final String LAST_TOKEN = "lastTokenMs";
    private static final String TOTAL = "totalMs";

    private TimingFields() {
    }

    static SequencedMap<String, String> of(Timing timing) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(SENT, millis(timing.sent()));
        fields.put(FIRST_BYTE, millis(timing.firstByte()));
        fields.put(FIRST_TOKEN, millis(timing.firstToken()));
        fields.put(LAST_TOKEN, millis(timing.lastToken()));
        fields.put(TOTAL, String.valueOf(timing.total().toMillis()));
        return fields;
    }

    static Timing read(JsonNode line) {
        return new Timing(Instant.parse(line.path("at").asText()), duration(line.path(SENT)),
                duration(line.path(FIRST_BYTE)), duration(line.path(FIRST_TOKEN)), duration(line.path(LAST_TOKEN)),
                Duration.ofMillis(line.path(TOTAL).asLong()));
    }

    private static String millis(Optional<Duration> time) {
        return time.map(each -> String.valueOf(each.toMillis())).orElse("null");
    }

    private static Optional<Duration> duration(JsonNode millis) {
        return millis.isNumber() ? Optional.of(Duration.ofMillis(millis.asLong())) : Optional.empty();
    }
}
