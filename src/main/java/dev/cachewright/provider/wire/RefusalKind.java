package dev.cachewright.provider.wire;

import dev.cachewright.session.Failure.Kind;
import java.util.List;

/// What kind of refusal a server's answer is, by its status and by the words that vendors use as codes.
final class RefusalKind {

    // OpenAI; Anthropic's type of a bill that is not paid, and its words for a balance that is used up.
    private static final List<String> NO_CREDIT = List.of("insufficient_quota", "billing_error",
            "credit balance is too low");
    // OpenAI, llama.cpp, Anthropic.
    private static final List<String> TOO_LONG = List.of("context_length_exceeded", "exceed_context_size",
            "prompt is too long");
    // OpenAI, which says so with 400 as well as with 404; Anthropic, which names the model after its field.
    private static final List<String> NO_MODEL = List.of("model_not_found", "\"model: ");

    // Groq: what the model wrote is no call of the tool.
    private static final List<String> ODD_ANSWER = List.of("\"tool_use_failed\"");

    private RefusalKind() {
    }

    /// @param hasKey whether the request carried a key
    static Kind of(int status, String body, boolean hasKey) {
        if (holds(body, NO_CREDIT)) {
            return Kind.QUOTA_EXHAUSTED;
        }
        if (holds(body, TOO_LONG)) {
            return Kind.TOO_LONG;
        }
        if (List.of(400, 404).contains(status) && holds(body, NO_MODEL)) {
            return Kind.MODEL_NOT_FOUND;
        }
        if (status == 400 && holds(body, ODD_ANSWER)) {
            return Kind.ERROR_IN_ANSWER;
        }
        return byStatus(status, hasKey);
    }

    private static Kind byStatus(int status, boolean hasKey) {
        return switch (status) {
            case 400, 422 -> Kind.REQUEST_REFUSED;
            case 401 -> hasKey ? Kind.KEY_REFUSED : Kind.KEY_WANTED;
            case 402 -> Kind.QUOTA_EXHAUSTED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 405 -> Kind.NOT_FOUND;
            case 407 -> Kind.PROXY_REFUSED;
            case 408, 504 -> Kind.SERVER_TIMEOUT;
            case 413 -> Kind.TOO_LONG;
            case 429 -> Kind.RATE_LIMITED;
            default -> status >= 500 ? Kind.SERVER_ERROR : Kind.REFUSED;
        };
    }

    private static boolean holds(String body, List<String> words) {
        return words.stream().anyMatch(body::contains);
    }
}
