package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// Thrown where a request is refused, in the form in which OpenAI refuses it.
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final String type;
    private final String code;
    private final String param;
    private final transient Map<String, String> headers;

    /// @param code empty for null
    /// @param param empty for null
    private ApiError(int status, String type, String code, String param, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.headers = Map.copyOf(headers);
    }

    static ApiError badRequest(String code, String param, String message) {
        return new ApiError(400, INVALID, code, param, message, Map.of());
    }

    static ApiError unauthorized(String code, String message) {
        return new ApiError(401, INVALID, code, "", message, Map.of());
    }

    static ApiError forbidden(String message) {
        return new ApiError(403, INVALID, "", "", message, Map.of());
    }

    static ApiError tooLarge(String message) {
        return new ApiError(413, INVALID, "request_too_large", "", message, Map.of());
    }

    static ApiError unsupportedType(String message) {
        return new ApiError(415, INVALID, "unsupported_content_type", "", message, Map.of());
    }

    static ApiError notFound(String code, String message) {
        return new ApiError(404, INVALID, code, code.isEmpty() ? "" : "model", message, Map.of());
    }

    static ApiError wrongMethod(String method, String path, String allowed) {
        return new ApiError(405, INVALID, "method_not_supported", "", "Not allowed to " + method + " on " + path
                + ". (HINT: Perhaps you meant to use a different HTTP method?)", Map.of("allow", allowed));
    }

    static ApiError rateLimited(String message, Map<String, String> headers) {
        return new ApiError(429, "requests", "rate_limit_exceeded", "", message, headers);
    }

    static ApiError internal() {
        return new ApiError(500, "server_error", "", "",
                "The server had an error while processing your request. Sorry about that!", Map.of());
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    String json() {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("message", getMessage()).put("type", type).put("param", param.isEmpty() ? null : param)
                .put("code", code.isEmpty() ? null : code);
        return JsonNodeFactory.instance.objectNode().set("error", error).toString();
    }
}
