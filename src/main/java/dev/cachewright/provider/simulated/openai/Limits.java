package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.simulated.answer.ApiError;
import java.util.List;

/// How long requests and answers may be.
final class Limits {

    /// Fields that limit the answer; each endpoint has its own, and an older one.
    static final List<String> NAMES = List.of("max_output_tokens", "max_completion_tokens", "max_tokens");

    // Round figures as these families were announced with; the catalogue carries no context windows, so they are not
    // proven for each model.
    private static final int LARGE = 1_047_576;
    private static final int GPT_5 = 400_000;
    private static final int O_SERIES = 200_000;
    private static final int GPT_4O = 128_000;

    private Limits() {
    }

    /// The most tokens that the answer to this body may have.
    static int output(JsonNode body) {
        return NAMES.stream().filter(body::hasNonNull).mapToInt(name -> body.get(name).asInt()).min()
                .orElse(Integer.MAX_VALUE);
    }

    /// @throws ApiError 400 where the input is longer than the model's context
    static void checkContext(String model, int tokens, Api api) {
        int context = context(model);
        if (tokens <= context) {
            return;
        }
        throw api == Api.CHAT
                ? ApiError.badRequest("context_length_exceeded", "messages", "This model's maximum context length is "
                        + context + " tokens. However, your messages resulted in " + tokens
                        + " tokens. Please reduce the length of the messages.")
                : ApiError.badRequest("context_length_exceeded", "input",
                        "Your input exceeds the context window of this model. Please adjust your input and try "
                                + "again.");
    }

    private static int context(String model) {
        if (model.startsWith("gpt-4o")) {
            return GPT_4O;
        }
        if (model.startsWith("gpt-4.1")) {
            return LARGE;
        }
        return model.matches("o\\d.*") ? O_SERIES : GPT_5;
    }
}
