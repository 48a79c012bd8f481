package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
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

    private final IntMap<FamilyPiece> pieces;
    /// The latest request; calls with its frame are counted together.
    private Optional<RequestShape> latest = Optional.empty();
    private int uncounted;
    private int tokens;
    private int calls;
    private int nextLook = 2;

    Core(IntMap<FamilyPiece> pieces) {
        this.pieces = pieces;
    }

    int calls() {
        return calls;
    }

    /// The tokens that most calls share.
    int tokens() {
        return tokens;
    }

    /// A call whose frame has been counted with its pieces where it is another than that of the call before.
    ///
    /// @return whether it was looked at what most calls share
    boolean add(RequestShape shape) {
        calls++;
        if (latest.isPresent() && latest.get().frame().key() == shape.frame().key()) {
            uncounted++;
        } else {
            count(calls - 1);
            latest = Optional.of(shape);
        }
        if (calls < nextLook) {
            return false;
        }
        count(calls);
        look();
        nextLook = calls + Math.min(LOOK, Math.max(1, calls / 2));
        return true;
    }

    /// Counts the calls with the latest frame after the first of them.
    ///
    /// @param number of the latest of them
    private void count(int number) {
        if (uncounted == 0) {
            return;
        }
        RequestShape shape = latest.orElseThrow();
        RequestFrame frame = shape.frame();
        for (int i = 0; i < frame.size(); i++) {
            int piece = frame.piece(i);
            pieces.get(shape.tokens().id(piece), _ -> new FamilyPiece(shape.tokens().tokens(piece)))
                    .inCalls(uncounted, number);
        }
        uncounted = 0;
    }

    private void look() {
        tokens = 0;
        boolean isLong = calls > LOOK;
        pieces.keep((_, piece) -> {
            piece.isCore = piece.calls >= MOST_CALLS * calls;
            if (piece.isCore) {
                tokens += piece.tokens;
            }
            if (isLong && piece.calls < FEW_CALLS * calls) {
                piece.calls = 0;
            }
            return !piece.isForgotten();
        });
    }

    void clear() {
        latest = Optional.empty();
        uncounted = 0;
    }
}
