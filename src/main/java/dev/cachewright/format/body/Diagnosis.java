package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.util.Optional;

/// What a vendor itself says of the cache in an answer, in its own words.
///
/// @param type what happened: `cache_miss`, `cache_hit`, `unavailable`; empty at Anthropic, which compares and does not
/// say what was read
/// @param reason the first thing that differs from the request it was compared with; empty where it names none
public record Diagnosis(String type, String reason) {

    /// Reads OpenAI's `prompt_cache_diagnostics` and Anthropic's `diagnostics`.
    ///
    /// @param json the value of the field; empty where there is none
    /// @return empty where nothing is said, such as while Anthropic still compares
    public static Optional<Diagnosis> read(String json) {
        if (json.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode root = RawJson.tree(json);
            JsonNode miss = root.path("cache_miss_reason");
            if (miss.isObject()) {
                return Optional.of(new Diagnosis("", miss.path("type").asText("")));
            }
            String type = root.path("type").asText("");
            return type.isEmpty() ? Optional.empty() : Optional.of(new Diagnosis(type, root.path("reason").asText("")));
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    /// What was said with the answer of a call; empty where nothing was.
    public static Optional<Diagnosis> of(Call call) {
        return call.measurement().result() instanceof CallResult.Answered answered
                ? read(answered.diagnosis())
                : Optional.empty();
    }

    /// In the vendor's words.
    public String words() {
        return type.isEmpty() || reason.isEmpty() ? type + reason : type + ", " + reason;
    }
}
