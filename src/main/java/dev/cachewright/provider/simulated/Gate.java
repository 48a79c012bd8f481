package dev.cachewright.provider.simulated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// Lets a request in: by its key, and by how many came within the last minute.
final class Gate {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SimulatorOptions options;
    private final InstantSource clock;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    Gate(SimulatorOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /// @param authorization the header; empty where there is none
    /// @throws ApiError 401 where the key is not the one
    void checkKey(String authorization) {
        if (options.apiKey().isEmpty()) {
            return;
        }
        String key = authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()).strip() : "";
        if (key.isEmpty()) {
            throw ApiError.unauthorized("", "You didn't provide an API key. You need to provide your API key in an "
                    + "Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).");
        }
        boolean isRight = MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8),
                options.apiKey().getBytes(StandardCharsets.UTF_8));
        if (!isRight) {
            throw ApiError.unauthorized("invalid_api_key", "Incorrect API key provided: " + masked(key)
                    + ". You can find your API key at https://platform.openai.com/account/api-keys.");
        }
    }

    /// @throws ApiError 429 where the minute is full
    synchronized void checkRate() {
        int limit = options.requestsPerMinute();
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
            throw ApiError.rateLimited("Rate limit reached in organization org-simulated on requests per min (RPM): "
                    + "Limit " + limit + ", Used " + limit + ", Requested 1. Please try again in " + seconds + "s.",
                    Map.of("retry-after", String.valueOf(seconds), "x-ratelimit-limit-requests", String.valueOf(limit),
                            "x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", seconds + "s"));
        }
        admitted.addLast(now);
    }

    private static String masked(String key) {
        return key.length() < 12 ? "*".repeat(key.length()) : key.substring(0, 3) + "***" + key.substring(
                key.length() - 4);
    }
}
