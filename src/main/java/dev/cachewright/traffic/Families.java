package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.RequestFrame;
import dev.cachewright.traffic.piece.RequestShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
    /// So many pieces of a request say which families to look at.
    private static final int LOOKED_AT = 64;
    /// A piece that so many families have tells nothing.
    private static final int COMMON = 8;
    /// Of more families than this, those without calls for longest take no more calls.
    private static final int MOST = 2_000;
    /// So many frames are known.
    private static final int FRAMES = 10_000;

    private static final Comparator<Family> BY_VOTES = Comparator.<Family>comparingInt(family -> family.votes().sum())
            .reversed()
            .thenComparing(Family::id);

    private final SequencedMap<Integer, Family> families = new LinkedHashMap<>(64, 0.75f, true);
    /// The families of the frames that were seen last.
    private final SequencedMap<Long, Family> byFrame = new LinkedHashMap<>(64, 0.75f, true);
    private final IntMap<List<Family>> owners = new IntMap<>();
    private int made;
    private int polls;

    /// The family of a request; a new one where it is like none.
    Family of(RequestShape shape) {
        long frame = shape.frame().key();
        Family known = Optional.ofNullable(byFrame.get(frame)).map(family -> families.get(family.id()))
                .or(() -> alike(shape)).orElseGet(() -> create(shape.title()));
        byFrame.put(frame, known);
        if (byFrame.size() > FRAMES) {
            byFrame.pollFirstEntry();
        }
        return known;
    }

    private Optional<Family> alike(RequestShape shape) {
        for (Family family : candidates(shape)) {
            if (isAlike(family, shape)) {
                return Optional.ofNullable(families.get(family.id()));
            }
        }
        return Optional.empty();
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
        List<Family> voted = new ArrayList<>();
        int poll = ++polls;
        int step = Math.max(1, frame.size() / LOOKED_AT);
        for (int at = 0; at < frame.size(); at += step) {
            int own = shape.tokens().tokens(frame.piece(at));
            List<Family> having = owners.get(shape.tokens().id(frame.piece(at)), List.of());
            for (int i = 0; i < having.size() && having.size() <= COMMON; i++) {
                if (having.get(i).votes().add(own, poll)) {
                    voted.add(having.get(i));
                }
            }
        }
        voted.sort(BY_VOTES);
        return voted;
    }

    private static boolean isAlike(Family family, RequestShape shape) {
        Family.Likeness likeness = family.likeness(shape);
        return likeness.late() >= ALIKE * likeness.all()
                && (family.core().calls() < KNOWN || likeness.core() >= OF_CORE * family.core().tokens());
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
