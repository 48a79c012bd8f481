package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.claude.ClaudeForm;
import dev.cachewright.provider.simulated.openai.OpenAiForm;

/// Whose API a request speaks.
enum Form {

    OPENAI, CLAUDE;

    static final String VERSION = "anthropic-version";

    /// Told by the path; where both vendors have it, by the header that Anthropic's endpoints ask for.
    static Form of(HttpExchange http) {
        String path = http.getRequestURI().getPath();
        boolean isShared = path.startsWith("/v1/models");
        return path.startsWith("/v1/messages") || isShared && http.getRequestHeaders().containsKey(VERSION)
                ? CLAUDE
                : OPENAI;
    }

    ObjectNode error(ApiError error, String requestId) {
        return this == CLAUDE ? ClaudeForm.error(error, requestId) : OpenAiForm.error(error);
    }

    /// The name of the header with the id of a request.
    String idHeader() {
        return this == CLAUDE ? "request-id" : "x-request-id";
    }
}
