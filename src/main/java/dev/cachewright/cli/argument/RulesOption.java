package dev.cachewright.cli.argument;

import dev.cachewright.catalog.RuleSet;
import java.util.Optional;

/// The cache rules that an argument names.
public final class RulesOption {

    private RulesOption() {
    }

    /// @param name null where none was given
    /// @throws CliProblem where there are no such rules
    public static Optional<RuleSet> read(String name) {
        return Optional.ofNullable(name).map(given -> RuleSet.of(given).orElseThrow(() -> new CliProblem(
                "Unknown rules \"" + given + "\"; use " + RuleSet.words())));
    }
}
