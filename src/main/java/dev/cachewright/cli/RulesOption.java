package dev.cachewright.cli;

import dev.cachewright.cache.CacheRules;
import java.util.Optional;

/// The cache rules that an argument names.
final class RulesOption {

    private RulesOption() {
    }

    /// @param name null where none was given
    /// @throws CliProblem where there are no such rules
    static Optional<CacheRules> read(String name) {
        return Optional.ofNullable(name).map(given -> CacheRules.named(given).orElseThrow(() -> new CliProblem(
                "There are no rules \"" + given + "\": use " + String.join(", ", CacheRules.NAMES)
                        + " (any block-N)")));
    }
}
