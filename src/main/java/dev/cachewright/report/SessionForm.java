package dev.cachewright.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The forms in which a session is written to a file; the ending of the file says which.
public enum SessionForm {

    /// All of it, a call a line, as `replay` reads it.
    JSONL("jsonl", "ndjson"),
    /// The figures, a call a line.
    CSV("csv"),
    /// A page for people, without what was sent.
    HTML("html", "htm");

    private final List<String> endings;

    SessionForm(String... endings) {
        this.endings = List.of(endings);
    }

    /// The form of this name, in small letters or large ones; empty where there is none.
    public static Optional<SessionForm> of(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(form -> form.endings.contains(small)).findFirst();
    }

    /// The form that the name of a file says; empty where it says none.
    public static Optional<SessionForm> of(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? of(name.substring(name.lastIndexOf('.') + 1)) : Optional.empty();
    }

    /// Its name, which is the ending of its files.
    public String word() {
        return endings.getFirst();
    }

    /// The names of all forms: `jsonl, csv, html`.
    public static String words() {
        return Stream.of(values()).map(SessionForm::word).collect(Collectors.joining(", "));
    }
}
