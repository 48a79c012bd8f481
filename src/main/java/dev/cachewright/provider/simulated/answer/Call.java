package dev.cachewright.provider.simulated.answer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;

/// A request as it came in.
///
/// @param betas the words of its `anthropic-beta` header
public record Call(String body, Set<String> betas) {

    /// Tools and schemas are gone through level by level, on a stack that has an end.
    private static final int DEEPEST = 200;
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    public Call {
        betas = Set.copyOf(betas);
    }

    /// The body as a tree; empty where it is not JSON.
    ///
    /// @throws ApiError 400 where it is JSON of a kind that is not read here
    public Optional<JsonNode> tree() {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (StreamConstraintsException _) {
            throw ApiError
                    .badRequest("The body is nested more than " + DEEPEST + " levels deep, or has a number of more "
                            + "than 1,000 digits or a text of more than 20 MB: the simulator reads none of these.");
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
