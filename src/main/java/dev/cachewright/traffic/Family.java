package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.PieceTokens;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// Calls that came from one template: what most of them share, and the latest of them.
final class Family {

    /// The latest calls that the next one is compared with.
    private static final int KEPT = 64;
    private static final int NEAREST = 3;
    /// Characters of a name.
    private static final int TITLE = 60;
    /// So many of the latest calls keep their text, for examples.
    private static final int WITH_TEXT = 4;
    /// From this share of its calls on, a piece belongs to the template.
    private static final double MOST_CALLS = 0.8;
    /// A piece of fewer calls than this share is forgotten.
    private static final double FEW_CALLS = 0.05;

    private final int id;
    private final String title;
    private final IntMap<Seen> pieces = new IntMap<>();
    private final Deque<Recent> recent = new ArrayDeque<>();
    private final IntMap<Recent> latestWith = new IntMap<>();
    private final IntMap<Boolean> core = new IntMap<>();
    private int coreTokens;
    private int votes;
    private int calls;
    private int nextLook = 2;

    Family(int id, String title) {
        this.id = id;
        String line = title.strip().replaceAll("\\s+", " ");
        this.title = line.substring(0, Math.min(line.length(), TITLE));
    }

    /// In how many calls a piece was seen, and its tokens.
    private static final class Seen {

        private final int tokens;
        private int calls;
        private int last;

        Seen(int tokens) {
            this.tokens = tokens;
        }

        /// A piece that a call has twice counts once.
        private void inCall(int number) {
            calls += last == number ? 0 : 1;
            last = number;
        }
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

    /// Its first call, while there is no other.
    Optional<Recent> only() {
        return calls == 1 ? Optional.of(recent.getFirst()) : Optional.empty();
    }

    /// Tokens that it shares with the request that is looked at.
    int votes() {
        return votes;
    }

    void vote(int more) {
        votes += more;
    }

    void clearVotes() {
        votes = 0;
    }

    /// Whether a piece was in most calls, when that was last looked at.
    boolean isCore(int piece) {
        return core.contains(piece);
    }

    /// Whether one of the latest calls has a piece.
    boolean hasLately(int piece) {
        return latestWith.contains(piece);
    }

    /// The tokens that most calls share.
    int coreTokens() {
        return coreTokens;
    }

    /// The calls that a request may go on from or be a version of: the latest ones, and those that share what only few
    /// do.
    Collection<Recent> near(PieceTokens request, Instant at) {
        recent.forEach(Recent::clearVotes);
        for (int i = 0; i < request.pieces(); i++) {
            int own = request.tokens(i);
            if (!core.contains(request.id(i))) {
                latestWith.get(request.id(i)).ifPresent(with -> with.vote(own));
            }
        }
        Set<Recent> near = new LinkedHashSet<>();
        recent.stream().filter(each -> each.votes() > 0).sorted(Comparator.comparing(Recent::votes).reversed())
                .limit(NEAREST).forEach(near::add);
        recent.stream().limit(NEAREST).forEach(near::add);
        // Of many that are sent at once the latest are not answered yet.
        recent.stream().filter(each -> each.isAnswered(at)).findFirst().ifPresent(near::add);
        return near;
    }

    /// @param appeared is told the pieces that none of the latest calls had
    /// @param vanished is told those that none has any more
    void add(Recent call, IntConsumer appeared, IntConsumer vanished) {
        calls++;
        PieceTokens tokens = call.tokens();
        for (int i = 0; i < tokens.pieces(); i++) {
            if (latestWith.put(tokens.id(i), call)) {
                appeared.accept(tokens.id(i));
            }
        }
        for (int i : call.shape().frame()) {
            int own = tokens.tokens(i);
            pieces.get(tokens.id(i), _ -> new Seen(own)).inCall(calls);
        }
        recent.addFirst(call);
        recent.stream().skip(WITH_TEXT).findFirst().ifPresent(Recent::dropBody);
        if (recent.size() > KEPT) {
            forget(recent.removeLast(), vanished);
        }
        if (calls >= nextLook) {
            lookAtCore();
            nextLook = calls + Math.min(KEPT, Math.max(1, calls / 2));
        }
    }

    private void forget(Recent old, IntConsumer vanished) {
        PieceTokens tokens = old.tokens();
        for (int i = 0; i < tokens.pieces(); i++) {
            int piece = tokens.id(i);
            if (latestWith.get(piece).filter(old::equals).isPresent()) {
                latestWith.remove(piece);
                vanished.accept(piece);
            }
        }
    }

    /// Forgets all of its calls.
    void forgetAll(IntConsumer vanished) {
        while (!recent.isEmpty()) {
            forget(recent.removeLast(), vanished);
        }
        pieces.clear();
        core.clear();
    }

    private void lookAtCore() {
        core.clear();
        coreTokens = 0;
        boolean isLong = calls > KEPT;
        pieces.keep((piece, seen) -> {
            if (seen.calls >= MOST_CALLS * calls) {
                core.put(piece, true);
                coreTokens += seen.tokens;
            }
            return !isLong || seen.calls >= FEW_CALLS * calls;
        });
    }
}
