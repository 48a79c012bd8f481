package dev.cachewright.prompt;

import java.util.Arrays;
import java.util.Optional;

/// The request form a prompt is sent in.
public enum Api {

    CHAT("chat", "/v1/chat/completions"), RESPONSES("responses", "/v1/responses"), MESSAGES("messages", "/v1/messages");

    private static final String VERSION = "/v1";

    private final String word;
    private final String endpoint;

    Api(String word, String endpoint) {
        this.word = word;
        this.endpoint = endpoint;
    }

    /// The form named `word` in files and on the command line.
    public static Optional<Api> of(String word) {
        return Arrays.stream(values()).filter(api -> api.word.equals(word)).findFirst();
    }

    /// The form served at `endpoint`, with or without what comes before its own path, such as `/v1`, `/api/v1` or
    /// `/openai/deployments/NAME`. Other servers' `messages` are something else.
    public static Optional<Api> ofEndpoint(String endpoint) {
        return Arrays.stream(values()).filter(api -> api.endpoint.endsWith(endpoint) || endpoint.endsWith(api.endpoint)
                || api != MESSAGES && endpoint.endsWith(api.endpoint.substring(VERSION.length()))).findFirst();
    }

    public String word() {
        return word;
    }

    /// The path of the endpoint, from `/v1` on.
    public String endpoint() {
        return endpoint;
    }
}
