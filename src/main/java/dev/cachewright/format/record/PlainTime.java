package dev.cachewright.format.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The form in which nearly all logs write their times, `"2026-11-28T09:41:07.123Z"`, without a formatter: a long log has
/// one in each line.
final class PlainTime {

    private static final String SHAPE = "\"dddd-dd-ddTdd:dd:dd";
    private static final int MOST_DIGITS = 9;
    private static final int SECONDS_A_DAY = 86_400;

    private PlainTime() {
    }

    /// @param json of a text
    /// @return empty where it has another form, or is no time
    static Optional<Instant> of(String json) {
        int end = json.length() - 2;
        if (end < SHAPE.length() || json.charAt(end) != 'Z' || json.charAt(end + 1) != '"' || !hasShape(json)) {
            return Optional.empty();
        }
        int digits = Math.max(0, end - SHAPE.length() - 1);
        if (digits > MOST_DIGITS || end > SHAPE.length() && (digits == 0 || json.charAt(SHAPE.length()) != '.')) {
            return Optional.empty();
        }
        int nanos = 0;
        for (int i = 0; i < MOST_DIGITS; i++) {
            char c = i < digits ? json.charAt(end - digits + i) : '0';
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
            nanos = nanos * 10 + c - '0';
        }
        int hour = number(json, 12, 14);
        int minute = number(json, 15, 17);
        int second = number(json, 18, 20);
        if (hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        try {
            long day = LocalDate.of(number(json, 1, 5), number(json, 6, 8), number(json, 9, 11)).toEpochDay();
            return Optional.of(Instant.ofEpochSecond(day * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second,
                    nanos));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean hasShape(String json) {
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = json.charAt(i);
            boolean isRight = SHAPE.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    private static int number(String json, int from, int to) {
        return Integer.parseInt(json, from, to, 10);
    }
}
