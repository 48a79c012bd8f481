package dev.cachewright.gate.report;

import dev.cachewright.advice.Severity;
import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Region;
import dev.cachewright.gate.Report;

/// Workflow commands of GitHub Actions. Source: its documentation, "Workflow commands", and the escaping of
/// actions/toolkit (packages/core/src/command.ts), read 2026-11.
final class GitHubForm {

    private GitHubForm() {
    }

    static String write(Report report, Paths paths) {
        var text = new StringBuilder();
        for (Report.Problem problem : report.problems()) {
            text.append(command("error", problem.region(), "This file cannot be used", problem.message(), paths));
        }
        for (CheckedFile file : report.files()) {
            file.change().ifPresent(change -> text.append(command("notice", regionOf(file), "What this edit does",
                    change.words(), paths)));
            for (Finding found : file.findings()) {
                text.append(command(word(file, found), found.region(), found.rule().id() + ": " + found.rule()
                        .title(), found.message() + FindingWords.age(file, found), paths));
            }
        }
        return text.append(FindingWords.summary(report)).append('\n').toString();
    }

    private static Region regionOf(CheckedFile file) {
        return new Region(file.file(), 1, 1, 1, 1);
    }

    private static String command(String word, Region at, String title, String message, Paths paths) {
        // An end on another line is shown for whole lines alone, and a column then means nothing.
        String end = at.endLine() == at.line() && at.endColumn() > at.column() ? ",endColumn=" + at.endColumn() : "";
        return "::" + word + " file=" + property(paths.shown(at.file())) + ",line=" + at.line() + ",col=" + at.column()
                + ",endLine=" + at.endLine() + end + ",title=" + property(title) + "::" + data(message) + "\n";
    }

    /// What the baseline has as well is not held against the change.
    private static String word(CheckedFile file, Finding found) {
        return switch (file.isNew(found) || found.isBudget() ? found.severity() : Severity.INFO) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
