package dev.cachewright.gate.report;

import dev.cachewright.advice.Severity;
import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Figures;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Region;
import dev.cachewright.gate.Report;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;

/// What several forms say in the same words.
final class FindingWords {

    private FindingWords() {
    }

    static String severity(Severity severity) {
        return severity.word();
    }

    static String onOneLine(String message) {
        return message.replaceAll("(?<!\\s)\\s*\\R\\s*", " ");
    }

    /// `support.prompt:12:4`
    static String place(Region region, Paths paths) {
        return paths.shown(region.file()) + ":" + region.line() + ":" + region.column();
    }

    /// `static prefix 1,411 tokens, hit rate 93.2%, $0.0012 a call`
    static String figures(Figures figures) {
        return "static prefix " + TokenWords.brief(figures.staticPrefix()) + " tokens, hit rate "
                + Numbers.percent(figures.hitRate()) + ", " + Numbers.money(figures.costPerCall()) + " a call"
                + (figures.calls() > 1 ? " over " + Numbers.count(figures.calls()) + " calls" : ", warm");
    }

    /// What is said of a finding beside its words: that the baseline has it as well.
    static String age(CheckedFile file, Finding finding) {
        return file.change().isPresent() && !file.isNew(finding) ? " (as before)" : "";
    }

    /// `3 files: 1 error, 2 warnings, 0 notes`
    static String summary(Report report) {
        return number(report.files().size() + report.problems().size(), "file") + ": "
                + number(report.count(Severity.ERROR), "error") + ", "
                + number(report.count(Severity.WARNING), "warning") + ", " + number(report.count(Severity.INFO), "note")
                + (report.problems().isEmpty() ? "" : ", " + Numbers.count(report.problems().size()) + " unusable");
    }

    private static String number(long count, String what) {
        return Numbers.count(count) + " " + what + (count == 1 ? "" : "s");
    }
}
