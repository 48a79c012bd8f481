package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a recorded call was sent: ISO-8601 with or without a zone, which is UTC then, or seconds or milliseconds since
/// 1970.
public final class RecordedTime {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_QUOTE = 60;
    private static final double MILLIS = 1_000;
    /// As seconds it would be after the year 5000.
    private static final double LEAST_MILLIS = 1e11;

    private static final Pattern DAY = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) ");
    private static final Pattern UTC = Pattern.compile(" ?UTC$");

    private RecordedTime() {
    }

    /// The time in a field.
    ///
    /// @param field that the time stands in
    /// @throws InputException where it is no time
    public static Instant read(String field, String json) {
        try {
            Optional<Instant> plain = PlainTime.of(json);
            Instant instant = plain.isPresent() ? plain.get() : any(RawJson.tree(json));
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
                throw new DateTimeException(json);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new InputException(RawJson.quote(field)
                    + " is neither an ISO-8601 time nor seconds, from 1970 to 9999: " + shortened(json), 1, 1);
        }
    }

    private static Instant any(JsonNode at) {
        return at.isNumber() ? ofNumber(at.asDouble()) : ofText(at.asText().strip());
    }

    private static Instant ofNumber(double number) {
        return Instant.ofEpochMilli(Math.round(number >= LEAST_MILLIS ? number : number * MILLIS));
    }

    private static Instant ofText(String text) {
        String iso = UTC.matcher(DAY.matcher(text).replaceFirst("$1T")).replaceFirst("Z");
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException _) {
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        }
    }

    private static String shortened(String json) {
        return json.length() > LONGEST_QUOTE ? json.substring(0, LONGEST_QUOTE) + "…" : json;
    }
}
