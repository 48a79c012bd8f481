package dev.cachewright.provider.simulated.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.prompt.Api;

/// A request that was read and counted, before the cache is charged.
///
/// @param json the body as it came
public record Asked(JsonNode body, String json, Api api, Destination destination, CountedRequest counted) {

    /// What the model's server counts for it.
    public int tokens() {
        return figure(counted.tokens().total());
    }

    /// What the model's server counts where `tokens` are counted here.
    int figure(int tokens) {
        return destination.correction().typical(tokens);
    }
}
