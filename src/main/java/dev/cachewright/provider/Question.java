package dev.cachewright.provider;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A plain question to a server beside calls: which models it has, how many tokens it counts.
///
/// @param path below the base URL, `models`; with a slash before it below the server, whose address is the base URL
/// without the `/v1` at its end: `/tokenize`
/// @param body JSON, which is sent with POST; empty for a question that is asked with GET
/// @param headers beside those of the profile, by name
/// @param limits how long it is waited for
public record Question(String path, Optional<String> body, Map<String, String> headers, CallLimits limits) {

    /// What Anthropic's API is asked with.
    public static final Map<String, String> ANTHROPIC = Map.of("anthropic-version", "2023-06-01");

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public Question {
        headers = Map.copyOf(headers);
    }

    public static Question get(String path) {
        return new Question(path, Optional.empty(), Map.of(), CallLimits.within(LONGEST));
    }

    public static Question post(String path, String json) {
        return new Question(path, Optional.of(json), Map.of(), CallLimits.within(LONGEST));
    }

    /// The same question in Anthropic's API.
    public Question toAnthropic() {
        return new Question(path, body, ANTHROPIC, limits);
    }
}
