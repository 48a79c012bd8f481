package dev.cachewright.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Sorts calls into families by what most of their text shares, wherever it stands: a clock on the first line does not
/// part them.
final class Families {

    /// A call shares this much of its text with the latest calls of the family.
    private static final double ALIKE = 0.5;
    /// And has this much of what the family's calls share, once that is known.
    private static final double OF_CORE = 0.7;
    private static final int KNOWN = 8;
    /// A piece that so many families have tells nothing.
    private static final int COMMON = 8;
    /// Of more families than this, those without calls for longest take no more calls.
    private static final int MOST = 2_000;

    private final SequencedMap<Integer, Family> families = new LinkedHashMap<>(64, 0.75f, true);
    private final IntMap<List<Family>> owners = new IntMap<>();
    private int made;

    /// The family of a request; a new one where it is like none.
    Family of(RequestShape shape) {
        PieceTokens tokens = shape.tokens();
        int[] frame = shape.frame();
        int all = Arrays.stream(frame).map(tokens::tokens).sum();
        Optional<Family> best = votes(tokens, frame).entrySet().stream()
                .filter(vote -> vote.getValue() >= ALIKE * all && hasCore(vote.getKey(), tokens, frame))
                .max(Comparator.comparing((Map.Entry<Family, Integer> vote) -> vote.getValue())
                        .thenComparing(vote -> -vote.getKey().id()))
                .map(Map.Entry::getKey);
        return families.get(best.map(Family::id).orElseGet(() -> create(shape.title())));
    }

    private int create(String title) {
        var family = new Family(++made, title);
        families.put(family.id(), family);
        if (families.size() > MOST) {
            Family eldest = families.pollFirstEntry().getValue();
            eldest.forgetAll(piece -> disown(eldest, piece));
        }
        return family.id();
    }

    /// The tokens of a request that each family has in its latest calls.
    private Map<Family, Integer> votes(PieceTokens tokens, int[] frame) {
        Map<Family, Integer> votes = new HashMap<>();
        for (int piece : frame) {
            int own = tokens.tokens(piece);
            List<Family> having = owners.get(tokens.id(piece)).orElse(List.of());
            if (having.size() <= COMMON) {
                having.forEach(family -> votes.merge(family, own, Integer::sum));
            }
        }
        return votes;
    }

    private static boolean hasCore(Family family, PieceTokens tokens, int[] frame) {
        if (family.calls() < KNOWN) {
            return true;
        }
        IntMap<Boolean> there = new IntMap<>();
        int core = 0;
        for (int piece : frame) {
            if (family.isCore(tokens.id(piece)) && there.put(tokens.id(piece), true)) {
                core += tokens.tokens(piece);
            }
        }
        return core >= OF_CORE * family.coreTokens();
    }

    /// Lets the next calls be compared with this one.
    void add(Family family, Recent call) {
        family.add(call, piece -> owners.get(piece, _ -> new ArrayList<>(1)).add(family),
                piece -> disown(family, piece));
    }

    private void disown(Family family, int piece) {
        List<Family> having = owners.get(piece).orElse(List.of());
        having.remove(family);
        if (having.isEmpty()) {
            owners.remove(piece);
        }
    }
}
