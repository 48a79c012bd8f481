package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.Asked;
import dev.cachewright.provider.simulated.answer.KeptRequests;
import java.util.Optional;
import java.util.Set;

/// `prompt_cache_diagnostics`: why a response read less than an earlier one had stored.
///
/// Source: OpenAI's guide to cache diagnostics (2026-09). Which model has them, the check of the fields says.
final class ResponsesDiagnostics {

    private final KeptRequests kept;

    ResponsesDiagnostics(KeptRequests kept) {
        this.kept = kept;
    }

    /// Keeps the request for later ones, and compares it with the one that it names.
    ///
    /// @return empty where it names none
    Optional<ObjectNode> of(Asked asked, Answer answer) {
        String earlier = asked.body().path("prompt_cache_options").path("comparison_response_id").asText("");
        Optional<ObjectNode> found = earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(kept.find(earlier, asked.api()).map(known -> between(known, asked, answer))
                        .orElseGet(() -> typed("comparison_response_not_found")));
        kept.keep(ResponsesForm.idOf(answer), asked, answer.input(), Set.of());
        return found;
    }

    private static ObjectNode between(KeptRequests.Earlier earlier, Asked asked, Answer answer) {
        Divergence divergence = KeptRequests.between(earlier.asked(), asked);
        long read = answer.input().split().map(InputSplit::cached).orElse(0L);
        long reusable = KeptRequests.reusable(earlier);
        if (reusable > 0 && read >= reusable) {
            return typed("cache_hit");
        }
        if (reusable == 0 || divergence.reason().isEmpty()) {
            // Below the threshold, not stored at a place that is looked at, or expired: none of the nine reasons.
            return typed("unavailable");
        }
        return typed("cache_miss").put("reason", divergence.reason()).put("comparison_reusable_tokens", reusable)
                .put("cache_missed_tokens", reusable - read);
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
