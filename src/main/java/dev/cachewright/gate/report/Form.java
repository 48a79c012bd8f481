package dev.cachewright.gate.report;

import dev.cachewright.gate.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// The forms in which a check is written.
public enum Form {

    /// For people.
    TEXT(TextForm::write),
    /// Static Analysis Results Interchange Format 2.1.0, for code scanning.
    SARIF(SarifForm::write),
    /// The XML of JUnit, for the test pages of build servers.
    JUNIT(JunitForm::write),
    /// Workflow commands, which GitHub shows beside the changed lines.
    GITHUB(GitHubForm::write),
    /// One JSON document of our own.
    JSON(JsonForm::write);

    private final BiFunction<Report, Paths, String> writer;

    Form(BiFunction<Report, Paths, String> writer) {
        this.writer = writer;
    }

    /// The document, with a line end.
    ///
    /// @param paths how files are named
    public String write(Report report, Paths paths) {
        return writer.apply(report, paths);
    }

    /// The form of that name; JSON has an option of its own.
    public static Optional<Form> of(String word) {
        return Arrays.stream(values()).filter(form -> form != JSON && form.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).filter(form -> form != JSON).map(Form::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
