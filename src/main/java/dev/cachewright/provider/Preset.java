package dev.cachewright.provider;

import dev.cachewright.catalog.RuleSet;
import java.util.Optional;

/// A server or provider that is known: where it is, how it caches, and where its key is looked up.
///
/// @param id names its texts (`preset.<id>`), which say what its cache does
/// @param rules its cache rules; empty for those of each model
/// @param variable the environment variable of its key, which is sent to its own host alone; empty for none
public record Preset(String id, String name, Profile.Kind kind, String baseUrl, Optional<RuleSet> rules,
        String variable) {

    /// A profile of this kind, to be changed and saved.
    public Profile profile() {
        return new Profile(name, kind, baseUrl, rules, "", Extras.none());
    }

    /// Whether its address is that of a provider, and not of a program on some computer.
    boolean isHosted() {
        return !variable.isEmpty();
    }
}
