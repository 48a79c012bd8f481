package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.provider.simulated.answer.ApiError;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What OpenAI writes besides answers.
public final class OpenAiForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OpenAiForm() {
    }

    public static ObjectNode error(ApiError error) {
        ObjectNode body = JSON.objectNode();
        body.putObject("error").put("message", error.getMessage()).put("type", error.type())
                .put("param", error.param().isEmpty() ? null : error.param())
                .put("code", error.code().isEmpty() ? null : error.code());
        return body;
    }

    /// The event that ends a stream of Responses in which the server fails.
    public static ObjectNode errorEvent(ApiError error, int number) {
        return JSON.objectNode().put("type", "error").put("sequence_number", number).put("code", error.type())
                .put("message", error.getMessage()).putNull("param");
    }

    static ObjectNode model(Model model, String id) {
        LocalDate from = model.prices().stream().map(Price::from).findFirst().orElse(LocalDate.MIN);
        long created = from.equals(LocalDate.MIN) ? 0 : from.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return JSON.objectNode().put("id", id).put("object", "model").put("created", created).put("owned_by",
                "openai");
    }
}
