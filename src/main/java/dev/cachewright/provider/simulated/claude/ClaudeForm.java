package dev.cachewright.provider.simulated.claude;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.provider.simulated.answer.ApiError;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What Anthropic writes besides answers.
public final class ClaudeForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ClaudeForm() {
    }

    /// @param requestId as in the `request-id` header
    public static ObjectNode error(ApiError error, String requestId) {
        return errorEvent(error).put("request_id", requestId);
    }

    /// The event that ends a stream in which the server fails.
    public static ObjectNode errorEvent(ApiError error) {
        ObjectNode body = JSON.objectNode().put("type", "error");
        body.putObject("error").put("type", typeOf(error.status())).put("message", error.getMessage());
        return body;
    }

    /// Source: Anthropic's page on errors (2026-08).
    private static String typeOf(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 529 -> "overloaded_error";
            default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    }

    /// One page with all of them.
    static ObjectNode models(List<Model> models) {
        ObjectNode page = JSON.objectNode();
        ArrayNode data = page.putArray("data");
        models.forEach(model -> data.add(model(model, model.id())));
        page.put("has_more", false).put("first_id", models.isEmpty() ? null : models.getFirst().id());
        return page.put("last_id", models.isEmpty() ? null : models.getLast().id());
    }

    /// The catalogue has no day of release: that of the first price stands in, the epoch where there is none.
    static ObjectNode model(Model model, String id) {
        LocalDate from = model.prices().stream().map(Price::from).filter(day -> !day.equals(LocalDate.MIN)).findFirst()
                .orElse(LocalDate.EPOCH);
        ObjectNode found = JSON.objectNode().put("type", "model").put("id", id).put("display_name", nameOf(model.id()))
                .put("created_at", from + "T00:00:00Z").put("lifecycle", "active");
        model.context().ifPresent(tokens -> found.put("max_input_tokens", tokens));
        return found;
    }

    /// `claude-sonnet-5-5` is "Claude Sonnet 5.5".
    private static String nameOf(String id) {
        return Arrays.stream(id.replaceAll("(?<=\\d)-(?=\\d)", ".").split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1)).collect(Collectors.joining(" "));
    }
}
