package dev.cachewright.format.divergence;

import dev.cachewright.divergence.Agreement;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.format.body.Diagnosis;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares our explanation with the reason that a vendor gives: OpenAI's nine, and Anthropic's.
///
/// A vendor names the first of several differences by an order of its own, so that any of ours is the same answer.
public final class Agreements {

    /// What OpenAI and Anthropic answer where they have not compared, or do not say what they found.
    private static final Set<String> NOTHING = Set.of("", "unavailable", "comparison_response_not_found",
            "previous_message_not_found");
    private static final String HIT = "cache_hit";
    private static final List<String> INPUT = List.of("input_changed", "messages_changed");

    private Agreements() {
    }

    public static Agreement of(Explanation explanation, Diagnosis diagnosis) {
        if (diagnosis.type().equals(HIT)) {
            return explanation.figures().billedAgain() == 0 ? Agreement.AGREES : Agreement.DIFFERS;
        }
        if (NOTHING.contains(diagnosis.reason())) {
            return Agreement.SAYS_NOTHING;
        }
        return reasons(explanation).contains(diagnosis.reason()) ? Agreement.AGREES : Agreement.DIFFERS;
    }

    /// All words that a vendor may use for what we found; none where the requests do not part.
    private static Set<String> reasons(Explanation explanation) {
        var reasons = new HashSet<String>();
        if (!explanation.parts()) {
            return reasons;
        }
        reasons.add(explanation.divergence().reason());
        String path = explanation.divergence().body().path();
        if (path.startsWith("/system")) {
            reasons.addAll(List.of("system_changed", "input_changed"));
        } else if (path.startsWith("/messages") || path.startsWith("/input") || path.startsWith("/instructions")) {
            reasons.addAll(INPUT);
        }
        explanation.findings().causes().forEach(cause -> addReasons(reasons, cause));
        return reasons;
    }

    private static void addReasons(Set<String> reasons, Cause cause) {
        switch (cause.kind()) {
            case MODEL_CHANGED -> reasons.add("model_changed");
            case CACHE_KEY_CHANGED -> reasons.add("prompt_cache_key_changed");
            case TOOLS_CHANGED, TOOLS_REORDERED -> reasons.add("tools_changed");
            // Anthropic says of text without a model's format that its system changed.
            case SCHEMA_CHANGED -> reasons.addAll(List.of("text_format_changed", "system_changed"));
            case COMPACTED -> reasons.add("context_compacted");
            case SETTING_CHANGED -> reasons.addAll(ofSetting(cause.name()));
            default -> {
                // The place says it.
            }
        }
    }

    private static List<String> ofSetting(String name) {
        return switch (name) {
            // Anthropic's page of 2026-08-21 lists the speed under the model.
            case "speed" -> List.of("model_changed", "system_changed");
            case "service_tier" -> List.of("service_tier_changed");
            case "parallel_tool_calls" -> List.of("tools_changed");
            case "reasoning.effort", "reasoning_effort" -> List.of("reasoning_effort_changed");
            case "text.verbosity", "verbosity" -> List.of("verbosity_changed");
            case "context_management" -> List.of("context_compacted");
            case "tool_choice", "thinking", "output_config.effort" -> List.of("messages_changed");
            default -> INPUT;
        };
    }
}
