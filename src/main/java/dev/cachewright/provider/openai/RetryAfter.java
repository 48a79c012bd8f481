package dev.cachewright.provider.openai;

import com.openai.core.http.Headers;
import java.util.List;

/// How long a server asks to wait.
final class RetryAfter {

    private RetryAfter() {
    }

    /// @return whole seconds, rounded up; 0 where the server does not say, or gives a date
    static long seconds(Headers headers) {
        double millis = number(headers.values("retry-after-ms"));
        double seconds = millis > 0 ? millis / 1_000 : number(headers.values("retry-after"));
        return (long) Math.ceil(seconds);
    }

    private static double number(List<String> values) {
        return values.stream().filter(value -> value.matches("\\d{1,9}(\\.\\d{1,6})?")).mapToDouble(Double::parseDouble)
                .findFirst().orElse(0);
    }
}
