package dev.cachewright.traffic;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calls that came from one template: what most of them share, and the latest of them.
final class Family {

    /// The latest calls that the next one is compared with.
    private static final int KEPT = 64;
    private static final int NEAREST = 3;
    /// From this share of its calls on, a piece belongs to the template.
    private static final double MOST_CALLS = 0.8;
    /// After so many calls pieces that were seen once are forgotten.
    private static final int FORGET = 512;

    private final int id;
    private final String title;
    private final Map<Integer, Seen> pieces = new HashMap<>();
    private final Deque<Recent> recent = new ArrayDeque<>();
    private final Map<Integer, Recent> latestWith = new HashMap<>();
    private int calls;

    Family(int id, String title) {
        this.id = id;
        this.title = title;
    }

    /// In how many calls a piece was seen, and its tokens.
    private static final class Seen {

        private final int tokens;
        private int calls;

        Seen(int tokens) {
            this.tokens = tokens;
        }
    }

    /// A call that later ones are compared with.
    ///
    /// @param answered when its answer began
    record Recent(TrafficRecord call, RequestShape shape, Instant at, Instant answered) {
    }

    int id() {
        return id;
    }

    String title() {
        return title;
    }

    int calls() {
        return calls;
    }

    /// Whether a piece is in most calls.
    boolean isCore(int piece) {
        Seen seen = pieces.get(piece);
        return seen != null && seen.calls >= MOST_CALLS * calls;
    }

    /// The tokens that most calls share.
    int coreTokens() {
        return pieces.values().stream().filter(seen -> seen.calls >= MOST_CALLS * calls).mapToInt(seen -> seen.tokens)
                .sum();
    }

    /// The calls that a request may go on from or be a version of: the latest ones, and those that share what only few
    /// do.
    Collection<Recent> near(PieceTokens request) {
        Map<Recent, Integer> shared = new HashMap<>();
        for (int i = 0; i < request.pieces(); i++) {
            Recent with = latestWith.get(request.id(i));
            if (with != null && !isCore(request.id(i))) {
                shared.merge(with, request.tokens(i), Integer::sum);
            }
        }
        Set<Recent> near = new LinkedHashSet<>();
        shared.entrySet().stream().sorted(Map.Entry.<Recent, Integer>comparingByValue().reversed()).limit(NEAREST)
                .map(Map.Entry::getKey).forEach(near::add);
        recent.stream().limit(NEAREST).forEach(near::add);
        // The latest one whose answer may have begun: of many that are sent at once the last are not yet answered.
        recent.stream().max(Comparator.comparing((Recent each) -> each.answered().isBefore(recent.getFirst().at()))
                .thenComparing(Recent::at)).ifPresent(near::add);
        return near;
    }

    void add(Recent call) {
        calls++;
        PieceTokens tokens = call.shape().tokens();
        Set<Integer> once = new LinkedHashSet<>();
        for (int i = 0; i < tokens.pieces(); i++) {
            int id = tokens.id(i);
            if (once.add(id)) {
                int own = tokens.tokens(i);
                pieces.computeIfAbsent(id, _ -> new Seen(own)).calls++;
                latestWith.put(id, call);
            }
        }
        recent.addFirst(call);
        if (recent.size() > KEPT) {
            Recent old = recent.removeLast();
            latestWith.values().removeIf(old::equals);
        }
        if (calls % FORGET == 0) {
            pieces.values().removeIf(seen -> seen.calls < 2);
        }
    }

    /// The pieces of its template.
    List<Integer> core() {
        var core = new ArrayList<Integer>();
        pieces.forEach((piece, seen) -> {
            if (seen.calls >= MOST_CALLS * calls) {
                core.add(piece);
            }
        });
        return core;
    }
}
