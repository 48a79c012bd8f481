package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.PieceTokens;
import dev.cachewright.traffic.piece.RequestFrame;
import dev.cachewright.traffic.piece.RequestShape;
import java.util.Optional;

/// What most calls of a family have in their frames.
final class Core {

    /// From this share of the calls on, a piece belongs to the template.
    private static final double MOST_CALLS = 0.8;
    /// A piece of fewer calls than this share is forgotten.
    private static final double FEW_CALLS = 0.05;
    /// Calls from one look at all pieces to the next, at most.
    private static final int LOOK = 64;

    private final IntMap<Seen> pieces = new IntMap<>();
    private final IntMap<Boolean> core = new IntMap<>();
    /// The latest request; calls with its frame are counted together.
    private Optional<RequestShape> latest = Optional.empty();
    private int uncounted;
    private int tokens;
    private int calls;
    private int nextLook = 2;

    /// In how many calls a piece was seen, and its tokens.
    private static final class Seen {

        private final int tokens;
        private int calls;
        private int last;

        Seen(int tokens) {
            this.tokens = tokens;
        }

        /// A piece that a call has twice counts once.
        private void inCalls(int more, int number) {
            calls += last == number ? 0 : more;
            last = number;
        }
    }

    int calls() {
        return calls;
    }

    /// Whether a piece was in most calls, when that was last looked at.
    boolean contains(int piece) {
        return core.contains(piece);
    }

    /// The tokens that most calls share.
    int tokens() {
        return tokens;
    }

    /// @return whether it was looked at what most calls share
    boolean add(RequestShape shape) {
        if (latest.filter(before -> before.frame().key() == shape.frame().key()).isEmpty()) {
            count();
            latest = Optional.of(shape);
        }
        calls++;
        uncounted++;
        if (calls < nextLook) {
            return false;
        }
        count();
        look();
        nextLook = calls + Math.min(LOOK, Math.max(1, calls / 2));
        return true;
    }

    private void count() {
        latest.ifPresent(shape -> {
            RequestFrame frame = shape.frame();
            PieceTokens all = shape.tokens();
            for (int i = 0; i < frame.size(); i++) {
                int own = all.tokens(frame.piece(i));
                pieces.get(all.id(frame.piece(i)), _ -> new Seen(own)).inCalls(uncounted, calls);
            }
        });
        uncounted = 0;
    }

    private void look() {
        core.clear();
        tokens = 0;
        boolean isLong = calls > LOOK;
        pieces.keep((piece, seen) -> {
            if (seen.calls >= MOST_CALLS * calls) {
                core.put(piece, true);
                tokens += seen.tokens;
            }
            return !isLong || seen.calls >= FEW_CALLS * calls;
        });
    }

    void clear() {
        pieces.clear();
        core.clear();
        latest = Optional.empty();
        uncounted = 0;
    }
}
