package dev.cachewright.gate;

import dev.cachewright.advice.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was found in a file.
///
/// @param findings in the order of their places
/// @param change since the baseline; empty without one
public record CheckedFile(Path file, Figures figures, List<Finding> findings, Optional<Change> change) {

    public CheckedFile {
        findings = List.copyOf(findings);
    }

    /// Whether a finding was not there in the baseline; all are new where there is none.
    public boolean isNew(Finding finding) {
        return change.isEmpty() || !change.get().before().contains(finding.key());
    }

    /// Whether this fails a check.
    ///
    /// @param least advice of this severity fails it, where it is new
    public boolean fails(Severity least) {
        return findings.stream().anyMatch(found -> fails(found, least));
    }

    /// Whether one of its findings does.
    public boolean fails(Finding finding, Severity least) {
        return finding.isBudget() || finding.severity().compareTo(least) >= 0 && isNew(finding);
    }
}
