package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Optional;

/// Tells what a record of a log is, by its fields. A file may mix records of several forms.
public final class LogForms {

    /// What is said of a record of no form that is known.
    public static final Finding UNKNOWN = new Finding.Unread("no call in a form that is known");
    /// Those with signs of their own come before those that have a request and little else.
    private static final List<LogForm> ALL = List.of(ClaudeCode::read, CodexRollout::read, GenAiSpan::read,
            HarEntry::read, BedrockInvocation::read, TapTrace::read, BatchLine::read, LiteLlm::read, Langfuse::read,
            LangSmithRun::read,
            Helicone::read, StoredAnswer::read, RequestLine::read);

    private LogForms() {
    }

    /// What a record is.
    public static Finding read(LogFields record) {
        try {
            for (LogForm form : ALL) {
                Optional<Finding> found = form.read(record);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return UNKNOWN;
        } catch (InputException e) {
            return new Finding.Unread(e.getMessage().contains("ISO-8601") ? "a time that is none"
                    : "a field of another type");
        }
    }
}
