package dev.cachewright.gate;

import java.util.Optional;
import java.util.Set;

/// What an edit does to a prompt's caching.
///
/// @param words one sentence
/// @param effect in figures; empty where there is nothing to compare
/// @param before the keys of what was found before the edit
public record Change(String words, Optional<Effect> effect, Set<String> before) {

    public Change {
        before = Set.copyOf(before);
    }

    /// A change that cannot be told; all findings are new.
    static Change unknown(String words) {
        return new Change(words, Optional.empty(), Set.of());
    }

    /// What an edit costs.
    ///
    /// @param coldTokens of the old static prefix, which the new version does not begin with: paid once
    /// @param before the forecast of the version before
    public record Effect(int coldTokens, Figures before) {
    }
}
