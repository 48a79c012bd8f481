package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.prompt.text.InputException;
import java.io.UncheckedIOException;
import java.util.List;

/// Tells what a record of a log is, by its fields. A file may mix records of several forms.
public final class LogForms {

    private static final Finding UNKNOWN = new Finding.Unread("no call in a form that is known");
    /// Those with signs of their own come before those that have a request and little else.
    private static final List<LogForm> ALL = List.of(ClaudeCode::read, CodexRollout::read, GenAiSpan::read,
            HarEntry::read, TapTrace::read, BatchLine::read, LiteLlm::read, Langfuse::read, LangSmithRun::read,
            Helicone::read, RequestLine::read, StoredAnswer::read);

    private LogForms() {
    }

    /// What a record is.
    ///
    /// @param utf8 one JSON object
    public static Finding read(byte[] utf8) {
        LogFields record;
        try {
            record = LogFields.of(utf8);
        } catch (InputException | UncheckedIOException _) {
            return new Finding.Unread("not valid JSON");
        }
        try {
            return ALL.stream().flatMap(form -> form.read(record).stream()).findFirst().orElse(UNKNOWN);
        } catch (InputException e) {
            return new Finding.Unread(e.getMessage().contains("ISO-8601") ? "a time that is none"
                    : "a field of another type");
        }
    }
}
