package dev.cachewright.provider.simulated.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.Asked;
import dev.cachewright.provider.simulated.answer.Call;
import dev.cachewright.provider.simulated.answer.KeptRequests;
import java.util.List;
import java.util.Optional;

/// `diagnostics`: where a request leaves the one that it names as the previous one.
///
/// Only requests that ask are kept. Source: Anthropic's page on cache diagnostics (2026-08).
final class MessagesDiagnostics {

    private static final String FIELD = "diagnostics";
    /// Of the speed too: another one is another model to the cache.
    private static final String OTHER_MODEL = "model_changed";
    /// Where one of these differs, no reason is named.
    private static final List<String> SETTINGS = List.of("tool_choice", "thinking", "context_management",
            "output_config", "output_format");
    /// Fields of the body with the reason that a difference in them has.
    private static final List<List<String>> REASONS = List.of(List.of("/model", OTHER_MODEL),
            List.of("/speed", OTHER_MODEL), List.of("/tools", "tools_changed"),
            List.of("/mcp_servers", "tools_changed"), List.of("/system", "system_changed"),
            List.of("/messages", "messages_changed"));

    private final KeptRequests kept;

    MessagesDiagnostics(KeptRequests kept) {
        this.kept = kept;
    }

    /// What the answer says.
    ///
    /// @param isAsked whether it says anything
    /// @param reason empty for `null`: there is no previous message, or nothing parts the two
    record Found(boolean isAsked, Optional<ObjectNode> reason) {

        void putInto(ObjectNode message) {
            if (isAsked && reason.isEmpty()) {
                message.putNull(FIELD);
            }
            reason.ifPresent(found -> message.putObject(FIELD).set("cache_miss_reason", found));
        }
    }

    /// Keeps the request for later ones, and compares it with the one that it names.
    Found of(Asked asked, Call call, Answer answer) {
        if (!asked.body().path(FIELD).isObject()) {
            return new Found(false, Optional.empty());
        }
        JsonNode previous = asked.body().path(FIELD).path("previous_message_id");
        Optional<ObjectNode> reason = previous.isTextual()
                ? kept.find(previous.asText(), asked.api()).map(known -> between(known, asked, call))
                        .orElseGet(() -> Optional.of(typed("previous_message_not_found")))
                : Optional.empty();
        kept.keep(MessagesForm.idOf(answer), asked, answer.input(), call.betas());
        return new Found(true, reason);
    }

    private static Optional<ObjectNode> between(KeptRequests.Earlier earlier, Asked asked, Call call) {
        JsonNode before = earlier.asked().body();
        boolean isOtherModel = !before.path("model").equals(asked.body().path("model"));
        if (!isOtherModel && (!earlier.betas().equals(call.betas())
                || SETTINGS.stream().anyMatch(name -> !before.path(name).equals(asked.body().path(name))))) {
            return Optional.of(typed("unavailable"));
        }
        Divergence divergence = KeptRequests.between(earlier.asked(), asked);
        if (divergence.reason().isEmpty()) {
            return Optional.empty();
        }
        return REASONS.stream().filter(reason -> isIn(divergence.body().path(), reason.getFirst())).findFirst()
                .map(reason -> typed(reason.getLast()).put("cache_missed_input_tokens",
                        reason.getLast().equals(OTHER_MODEL)
                                ? earlier.asked().tokens()
                                : KeptRequests.lost(earlier.asked(), divergence)));
    }

    private static boolean isIn(String path, String field) {
        return path.equals(field) || path.startsWith(field + "/");
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
