package dev.cachewright.gate;

import dev.cachewright.advice.Severity;

/// Something that a check found.
///
/// @param message one sentence or more, without its place
/// @param anchor what it is about, whatever line that is on: the same finding has the same one in another version of
/// the file
public record Finding(Ruling rule, Severity severity, String message, Region region, String anchor) {

    /// The beginning of the names of budgets.
    static final String BUDGET = "budget-";

    /// What a finding goes back to.
    ///
    /// @param id `L15`, or one of the budgets such as `budget-static-prefix`
    /// @param title for all findings of that rule
    /// @param help the address of the page that says why; empty where there is none
    public record Ruling(String id, String title, String help) {
    }

    /// Whether a budget is missed, which fails a check however severe advice has to be.
    public boolean isBudget() {
        return rule.id().startsWith(BUDGET);
    }

    /// Tells it from other findings in its file.
    public String key() {
        return rule.id() + '\n' + anchor;
    }
}
