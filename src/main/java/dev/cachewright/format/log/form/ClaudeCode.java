package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.SessionLine;
import java.util.Optional;

/// A line of a session of Claude Code, as it is kept (`~/.claude/projects`) or printed (`--output-format stream-json`).
///
/// A line holds one block of an answer: those of one call share the message and the request. System prompt, tools and
/// reminders are in no line, so that there is no request.
final class ClaudeCode {

    private static final String SESSION = "sessionId";
    private static final String MESSAGE = "message";
    private static final String[] BESIDE = {"summary", "file-history-snapshot", "queue-operation", "last-prompt",
            "attachment", "progress", "custom-title", "agent-name", "pr-link", "ai-title", "mode"};

    private ClaudeCode() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.has("type")) {
            return Optional.empty();
        }
        if (isKept(record)) {
            return Optional.of(line(record, "claude-code", session(record)));
        }
        if (record.is("type", BESIDE) && !record.hasAny("messages", "input", "request")) {
            return Passed.NO_CALL;
        }
        boolean isStream = record.has("session_id")
                && record.is("type", "system", "assistant", "user", "result", "stream_event", "rate_limit_event");
        if (!isStream) {
            return Optional.empty();
        }
        String within = record.text("parent_tool_use_id");
        String session = record.text("session_id") + (within.isEmpty() ? "" : "/" + within);
        return record.is("type", "assistant") ? Optional.of(line(record, "claude-code-stream", session))
                : Passed.NO_CALL;
    }

    /// Not every line of a session names it.
    private static boolean isKept(LogFields record) {
        return record.has("uuid", SESSION) || record.hasAny("uuid", "isSidechain") && !record.has("session_id")
                && record.is("type", "user", "assistant", "system");
    }

    private static String session(LogFields record) {
        String agent = record.text("agentId");
        return record.text(SESSION) + (record.isTrue("isSidechain") ? "/" + (agent.isEmpty() ? "sidechain" : agent)
                : "");
    }

    private static Finding line(LogFields record, String form, String conversation) {
        Optional<SessionLine.Message> message = record.is("type", "assistant") ? message(record) : Optional.empty();
        return new Finding.Line(new SessionLine.Transcript(form, record.text("uuid"),
                record.text("parentUuid", "logicalParentUuid"), conversation, record.time("timestamp"), message));
    }

    /// A message that the program wrote itself, such as an error, is no answer.
    private static Optional<SessionLine.Message> message(LogFields record) {
        LogFields message = record.object(MESSAGE);
        if (message.is("model", "<synthetic>") || record.isTrue("isApiErrorMessage") || !message.has("usage")) {
            return Optional.empty();
        }
        String id = message.text("id");
        String own = id.isEmpty() ? record.text("uuid") : id;
        return Optional.of(new SessionLine.Message(own + ':' + record.text("requestId"), own, message.text("model"),
                message.json("usage").orElse("")));
    }
}
