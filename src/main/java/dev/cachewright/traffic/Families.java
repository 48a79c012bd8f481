package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.RequestFrame;
import dev.cachewright.traffic.piece.RequestShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Sorts calls into families by what most of their text shares, wherever it stands: a clock on the first line does not
/// part them.
final class Families {

    /// A call shares this much of its text with the latest calls of the family.
    private static final double ALIKE = 0.5;
    /// And has this much of what the family's calls share, once that is known.
    private static final double OF_CORE = 0.7;
    private static final int KNOWN = 8;
    /// So many pieces of a request say which families to look at.
    private static final int LOOKED_AT = 64;
    /// A piece that so many families have tells nothing.
    private static final int COMMON = 8;
    /// Of more families than this, those without calls for longest take no more calls.
    private static final int MOST = 2_000;
    /// So many frames are known.
    private static final int FRAMES = 10_000;

    private final SequencedMap<Integer, Family> families = new LinkedHashMap<>(64, 0.75f, true);
    /// The families of the frames that were seen last.
    private final SequencedMap<Long, Family> byFrame = new LinkedHashMap<>(64, 0.75f, true);
    private final IntMap<List<Family>> owners = new IntMap<>();
    private int made;

    /// The family of a request; a new one where it is like none.
    Family of(RequestShape shape) {
        long frame = shape.frame().key();
        Family known = Optional.ofNullable(byFrame.get(frame)).map(family -> families.get(family.id()))
                .or(() -> candidates(shape).stream().filter(family -> isAlike(family, shape)).findFirst()
                        .map(family -> families.get(family.id())))
                .orElseGet(() -> create(shape.title()));
        byFrame.put(frame, known);
        if (byFrame.size() > FRAMES) {
            byFrame.pollFirstEntry();
        }
        return known;
    }

    private Family create(String title) {
        var family = new Family(++made, title);
        families.put(family.id(), family);
        if (families.size() > MOST) {
            Family eldest = families.pollFirstEntry().getValue();
            eldest.forgetAll(piece -> disown(eldest, piece));
        }
        return family;
    }

    /// The families that have some of a request in their latest calls, those that have most first.
    private List<Family> candidates(RequestShape shape) {
        RequestFrame frame = shape.frame();
        Set<Family> voted = new LinkedHashSet<>();
        int step = Math.max(1, frame.size() / LOOKED_AT);
        for (int at = 0; at < frame.size(); at += step) {
            int own = shape.tokens().tokens(frame.piece(at));
            List<Family> having = owners.get(shape.tokens().id(frame.piece(at))).orElse(List.of());
            for (int i = 0; i < having.size() && having.size() <= COMMON; i++) {
                if (voted.add(having.get(i))) {
                    having.get(i).clearVotes();
                }
                having.get(i).vote(own);
            }
        }
        return voted.stream().sorted(Comparator.comparing(Family::votes).reversed().thenComparing(Family::id)).toList();
    }

    private static boolean isAlike(Family family, RequestShape shape) {
        RequestFrame frame = shape.frame();
        IntMap<Boolean> there = new IntMap<>(frame.size());
        int all = 0;
        int shared = 0;
        int core = 0;
        for (int i = 0; i < frame.size(); i++) {
            int id = shape.tokens().id(frame.piece(i));
            int own = shape.tokens().tokens(frame.piece(i));
            all += own;
            if (family.hasLately(id)) {
                shared += own;
                core += family.core().contains(id) && there.put(id, true) ? own : 0;
            }
        }
        return shared >= ALIKE * all
                && (family.core().calls() < KNOWN || core >= OF_CORE * family.core().tokens());
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
