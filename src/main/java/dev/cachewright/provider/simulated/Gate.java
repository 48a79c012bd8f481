package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.Headers;
import dev.cachewright.provider.simulated.answer.ApiError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/// Lets a request in: by its key, and by how many came within the last minute.
final class Gate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String BEARER = "Bearer ";

    private final SimulatorOptions options;
    private final InstantSource clock;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    Gate(SimulatorOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /// The key is in `Authorization`, and may be in `x-api-key` where Anthropic's API is spoken.
    ///
    /// @throws ApiError 401 where the key is not the one
    void checkKey(Headers headers, Form form) {
        if (options.apiKey().isEmpty()) {
            return;
        }
        String key = keyIn(headers, form);
        if (key.isEmpty()) {
            throw ApiError.unauthorized("", form == Form.CLAUDE
                    ? "x-api-key header is required"
                    : "You didn't provide an API key. You need to provide your API key in an Authorization header "
                            + "using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).");
        }
        boolean isRight = MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8),
                options.apiKey().getBytes(StandardCharsets.UTF_8));
        if (!isRight) {
            throw ApiError.unauthorized("invalid_api_key", form == Form.CLAUDE
                    ? "invalid x-api-key"
                    : "Incorrect API key provided: " + masked(key)
                            + ". You can find your API key at https://platform.openai.com/account/api-keys.");
        }
    }

    private static String keyIn(Headers headers, Form form) {
        Optional<String> own = Optional.ofNullable(headers.getFirst("x-api-key")).filter(_ -> form == Form.CLAUDE);
        String authorization = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        return own.orElseGet(() -> authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "")
                .strip();
    }

    /// @throws ApiError 429 where the minute is full
    synchronized void checkRate(Form form) {
        int limit = options.pace().requestsPerMinute();
        if (limit == 0) {
            return;
        }
        Instant now = clock.instant();
        while (!admitted.isEmpty() && !admitted.peekFirst().plus(WINDOW).isAfter(now)) {
            admitted.removeFirst();
        }
        if (admitted.size() >= limit) {
            long seconds = Math.max(1, Duration.between(now, admitted.peekFirst().plus(WINDOW)).plusMillis(999)
                    .toSeconds());
            throw refusal(form, limit, seconds);
        }
        admitted.addLast(now);
    }

    private static ApiError refusal(Form form, int limit, long seconds) {
        String retry = String.valueOf(seconds);
        return form == Form.CLAUDE
                ? ApiError.rateLimited("This request would exceed your organization's rate limit of " + limit
                        + " requests per minute.",
                        Map.of("retry-after", retry, "anthropic-ratelimit-requests-limit",
                                String.valueOf(limit), "anthropic-ratelimit-requests-remaining", "0"))
                : ApiError.rateLimited("Rate limit reached in organization org-simulated on requests per min (RPM): "
                        + "Limit " + limit + ", Used " + limit + ", Requested 1. Please try again in " + seconds + "s.",
                        Map.of("retry-after", retry, "x-ratelimit-limit-requests", String.valueOf(limit),
                                "x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", seconds + "s"));
    }

    private static String masked(String key) {
        return key.length() < 12 ? "*".repeat(key.length()) : key.substring(0, 3) + "***" + key.substring(
                key.length() - 4);
    }
}
