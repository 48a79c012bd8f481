package dev.cachewright.provider.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How long a server asks to wait.
final class RetryAfter {

    private RetryAfter() {
    }

    /// @param headers the values of a header by its name
    /// @return whole seconds, rounded up; 0 where the server does not say
    static long seconds(Function<String, List<String>> headers) {
        double millis = number(headers.apply("retry-after-ms"));
        double seconds = millis > 0 ? millis / 1_000 : number(headers.apply("retry-after"));
        return seconds > 0 ? (long) Math.ceil(seconds) : untilDate(headers);
    }

    /// A server may name a time instead, by its own clock.
    private static long untilDate(Function<String, List<String>> headers) {
        Optional<Instant> now = date(headers.apply("date"));
        return date(headers.apply("retry-after")).flatMap(then -> now.map(from -> Duration.between(from, then)))
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
