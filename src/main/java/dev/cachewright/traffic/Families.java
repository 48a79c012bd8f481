package dev.cachewright.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sorts calls into families by what most of their text shares, wherever it stands: a clock on the first line does not
/// part them.
final class Families {

    /// A call shares this much of its text with the family, or with one of its latest calls.
    private static final double ALIKE = 0.5;
    /// And has this much of what the family's calls share, once that is known.
    private static final double OF_CORE = 0.7;
    private static final int KNOWN = 8;
    /// A piece that so many families have tells nothing.
    private static final int COMMON = 8;

    private final List<Family> families = new ArrayList<>();
    private final Map<Integer, List<Family>> owners = new HashMap<>();

    /// The family of a request; a new one where it is like none.
    Family of(RequestShape shape) {
        PieceTokens tokens = shape.tokens();
        Map<Family, Integer> votes = votes(tokens);
        Optional<Family> best = votes.entrySet().stream()
                .filter(vote -> isAlike(vote.getKey(), tokens, vote.getValue()))
                .max(Comparator.comparing((Map.Entry<Family, Integer> vote) -> vote.getValue())
                        .thenComparing(vote -> -vote.getKey().id()))
                .map(Map.Entry::getKey);
        Family family = best.orElseGet(() -> {
            var made = new Family(families.size() + 1, shape.title());
            families.add(made);
            return made;
        });
        own(family, tokens);
        return family;
    }

    /// The tokens of a request that each family has seen.
    private Map<Family, Integer> votes(PieceTokens tokens) {
        Map<Family, Integer> votes = new HashMap<>();
        for (int i = 0; i < tokens.pieces(); i++) {
            int own = tokens.tokens(i);
            List<Family> having = owners.getOrDefault(tokens.id(i), List.of());
            if (having.size() <= COMMON) {
                having.forEach(family -> votes.merge(family, own, Integer::sum));
            }
        }
        return votes;
    }

    private static boolean isAlike(Family family, PieceTokens tokens, int shared) {
        if (shared < ALIKE * tokens.total()) {
            return false;
        }
        if (family.calls() < KNOWN) {
            return true;
        }
        Set<Integer> there = new HashSet<>();
        int core = 0;
        for (int i = 0; i < tokens.pieces(); i++) {
            if (there.add(tokens.id(i)) && family.isCore(tokens.id(i))) {
                core += tokens.tokens(i);
            }
        }
        return core >= OF_CORE * family.coreTokens();
    }

    private void own(Family family, PieceTokens tokens) {
        for (int i = 0; i < tokens.pieces(); i++) {
            List<Family> having = owners.computeIfAbsent(tokens.id(i), _ -> new ArrayList<>(1));
            if (!having.contains(family)) {
                having.add(family);
            }
        }
    }

    List<Family> all() {
        return List.copyOf(families);
    }
}
