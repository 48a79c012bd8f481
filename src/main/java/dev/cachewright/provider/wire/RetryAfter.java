package dev.cachewright.provider.openai;

import com.openai.core.http.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// How long a server asks to wait.
final class RetryAfter {

    private RetryAfter() {
    }

    /// @return whole seconds, rounded up; 0 where the server does not say
    static long seconds(Headers headers) {
        double millis = number(headers.values("retry-after-ms"));
        double seconds = millis > 0 ? millis / 1_000 : number(headers.values("retry-after"));
        return seconds > 0 ? (long) Math.ceil(seconds) : untilDate(headers);
    }

    /// A server may name a time instead, by its own clock.
    private static long untilDate(Headers headers) {
        Optional<Instant> now = date(headers.values("date"));
        return date(headers.values("retry-after")).flatMap(then -> now.map(from -> Duration.between(from, then)))
                .map(Duration::toSeconds).filter(seconds -> seconds > 0).orElse(0L);
    }

    private static Optional<Instant> date(List<String> values) {
        try {
            return values.stream().findFirst()
                    .map(value -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static double number(List<String> values) {
        return values.stream().filter(value -> value.matches("\\d{1,9}(\\.\\d{1,6})?")).mapToDouble(Double::parseDouble)
                .findFirst().orElse(0);
    }
}
