package dev.cachewright.provider.simulated.answer;

import java.util.Map;

/// Thrown where a request is refused. Type, code and field are OpenAI's; Anthropic tells refusals by the status.
public final class ApiError extends RuntimeException {

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

    /// @param code empty where the API names none
    /// @param param the field that is wrong; empty where it is none
    public static ApiError badRequest(String code, String param, String message) {
        return new ApiError(400, INVALID, code, param, message, Map.of());
    }

    public static ApiError badRequest(String message) {
        return badRequest("", "", message);
    }

    public static ApiError unauthorized(String code, String message) {
        return new ApiError(401, INVALID, code, "", message, Map.of());
    }

    public static ApiError forbidden(String message) {
        return new ApiError(403, INVALID, "", "", message, Map.of());
    }

    public static ApiError tooLarge(String message) {
        return new ApiError(413, INVALID, "request_too_large", "", message, Map.of());
    }

    public static ApiError unsupportedType(String message) {
        return new ApiError(415, INVALID, "unsupported_content_type", "", message, Map.of());
    }

    public static ApiError notFound(String code, String message) {
        return new ApiError(404, INVALID, code, code.isEmpty() ? "" : "model", message, Map.of());
    }

    public static ApiError wrongMethod(String method, String path, String allowed) {
        return new ApiError(405, INVALID, "method_not_supported", "", "Not allowed to " + method + " on " + path
                + ". (HINT: Perhaps you meant to use a different HTTP method?)", Map.of("allow", allowed));
    }

    public static ApiError rateLimited(String message, Map<String, String> headers) {
        return new ApiError(429, "requests", "rate_limit_exceeded", "", message, headers);
    }

    public static ApiError internal() {
        return failed(500, "The server had an error while processing your request. Sorry about that!");
    }

    /// The server is at fault.
    public static ApiError failed(int status, String message) {
        return new ApiError(status, "server_error", "", "", message, Map.of());
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /// Empty where the API names none.
    public String code() {
        return code;
    }

    /// The field that is wrong; empty where it is none.
    public String param() {
        return param;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
