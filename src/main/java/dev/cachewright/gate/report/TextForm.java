package dev.cachewright.gate.report;

import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Report;

/// For people: each file with its figures, then each finding under its place, as compilers write it.
final class TextForm {

    private TextForm() {
    }

    static String write(Report report, Paths paths) {
        var text = new StringBuilder();
        report.files().forEach(file -> write(file, paths, text));
        return text.append(FindingWords.summary(report)).append(report.fails() ? ": failed"
                : report.problems().isEmpty() ? ": passed" : ": not all could be checked").append('\n')
                .toString();
    }

    private static void write(CheckedFile file, Paths paths, StringBuilder text) {
        text.append(paths.shown(file.file())).append(": ").append(FindingWords.figures(file.figures())).append('\n');
        file.change().ifPresent(change -> text.append("  ").append(change.words()).append('\n'));
        for (Finding found : file.findings()) {
            text.append("  ").append(FindingWords.place(found.region(), paths)).append(": ")
                    .append(FindingWords.severity(found.severity())).append(' ').append(found.rule().id()).append(": ")
                    .append(FindingWords.onOneLine(found.message())).append(FindingWords.age(file, found))
                    .append('\n');
        }
    }
}
