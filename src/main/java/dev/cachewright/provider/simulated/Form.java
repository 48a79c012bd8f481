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

    /// Told by the path, and by the header that all of Anthropic's endpoints ask for.
    static Form of(HttpExchange http) {
        boolean isClaude = http.getRequestURI().getPath().startsWith("/v1/messages")
                || http.getRequestHeaders().containsKey(VERSION);
        return isClaude ? CLAUDE : OPENAI;
    }

    ObjectNode error(ApiError error, String requestId) {
        return this == CLAUDE ? ClaudeForm.error(error, requestId) : OpenAiForm.error(error);
    }

    /// The name of the header with the id of a request.
    String idHeader() {
        return this == CLAUDE ? "request-id" : "x-request-id";
    }
}
