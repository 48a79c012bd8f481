package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.SessionLine;
import java.util.Optional;

/// A line of a rollout of Codex (`~/.codex/sessions`): a call is what one `token_count` counts. Its requests are not kept,
/// only what was said in them.
final class CodexRollout {

    private CodexRollout() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.has("type", "payload")) {
            return Optional.empty();
        }
        LogFields payload = record.object("payload");
        return switch (record.text("type")) {
            case "session_meta" -> line(new SessionLine.Session(payload.text("id", "session_id"),
                    payload.text("model_provider")));
            case "turn_context" -> line(new SessionLine.Context(payload.text("model")));
            case "response_item" -> isInput(payload)
                    ? line(new SessionLine.Input(record.time("timestamp")))
                    : Passed.NO_CALL;
            case "event_msg" -> payload.is("type", "token_count") ? tokens(record, payload) : Passed.NO_CALL;
            case "compacted" -> Passed.NO_CALL;
            default -> Optional.empty();
        };
    }

    private static boolean isInput(LogFields item) {
        return item.text("type").endsWith("_output") || item.is("type", "message") && !item.is("role", "assistant");
    }

    private static Optional<Finding> tokens(LogFields record, LogFields payload) {
        LogFields info = payload.object("info");
        return info.hasAny("last_token_usage", "total_token_usage")
                ? line(new SessionLine.Tokens(record.time("timestamp"), info.json("last_token_usage").orElse(""),
                        info.json("total_token_usage").orElse("")))
                : Passed.NO_CALL;
    }

    private static Optional<Finding> line(SessionLine line) {
        return Optional.of(new Finding.Line(line));
    }
}
