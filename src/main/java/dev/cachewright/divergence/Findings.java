package dev.cachewright.divergence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of why two requests part.
///
/// @param causes the most telling first; none where they do not part
/// @param ignored what was left out of account
/// @param effects what each of the others would do if it were ignored, too
public record Findings(List<Cause> causes, Set<Normalising> ignored, Map<Normalising, Normalising.Effect> effects) {

    public Findings {
        causes = List.copyOf(causes);
        ignored = Set.copyOf(ignored);
        var ordered = new EnumMap<Normalising, Normalising.Effect>(Normalising.class);
        ordered.putAll(effects);
        effects = Collections.unmodifiableMap(ordered);
    }
}
