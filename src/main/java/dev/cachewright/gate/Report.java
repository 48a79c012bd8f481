package dev.cachewright.gate;

import dev.cachewright.advice.Severity;
import java.util.List;

/// What a check of several files gave.
///
/// @param least the severity from which on advice fails the check
/// @param problems the files that cannot be used
public record Report(List<CheckedFile> files, List<Problem> problems, Severity least, boolean hasBaseline) {

    public Report {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /// A file that cannot be used.
    ///
    /// @param region where in it the fault is
    /// @param isPlaced whether that is known; otherwise it is the beginning of the file
    public record Problem(Region region, boolean isPlaced, String message) {

        /// `support.prompt:12:4: …`
        public String oneLine() {
            return region.file() + (isPlaced ? ":" + region.line() + ":" + region.column() : "") + ": " + message;
        }
    }

    /// Whether a budget is missed, or advice is severe enough.
    public boolean fails() {
        return files.stream().anyMatch(file -> file.fails(least));
    }

    public long count(Severity severity) {
        return files.stream().flatMap(file -> file.findings().stream()).filter(found -> found.severity() == severity)
                .count();
    }
}
