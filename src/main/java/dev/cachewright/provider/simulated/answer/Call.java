package dev.cachewright.provider.simulated.answer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.Set;

/// A request as it came in.
///
/// @param betas the words of its `anthropic-beta` header
public record Call(String body, Set<String> betas) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Call {
        betas = Set.copyOf(betas);
    }

    /// The body as a tree; empty where it is not JSON.
    public Optional<JsonNode> tree() {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
