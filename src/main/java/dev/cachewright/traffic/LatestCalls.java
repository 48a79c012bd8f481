package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.PieceTokens;
import dev.cachewright.traffic.piece.RequestFrame;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// The latest calls of a family, and which of them had a piece last.
///
/// Most calls have the frame of the call before: its pieces point to one holder, and only that is changed then.
final class LatestCalls {

    /// The latest calls that the next one is compared with.
    private static final int KEPT = 64;
    private static final int NEAREST = 3;
    /// So many of the latest calls keep their text, for examples.
    private static final int WITH_TEXT = 4;

    private final Deque<Recent> calls = new ArrayDeque<>();
    /// Those that keep their text.
    private final Deque<Recent> withText = new ArrayDeque<>();
    private final IntMap<FamilyPiece> pieces;
    /// Those that share something with the request that is looked at.
    private final List<Recent> voted = new ArrayList<>();
    private int poll;
    /// Tokens of the latest frame that are not in most calls; negative where that is to be counted.
    private int rare = -1;

    LatestCalls(IntMap<FamilyPiece> pieces) {
        this.pieces = pieces;
    }

    /// The latest call that had some pieces.
    static final class Holder {

        private Recent call;

        private Holder(Recent call) {
            this.call = call;
        }
    }

    Optional<Recent> first() {
        return Optional.ofNullable(calls.peekFirst());
    }

    /// The calls that a request may go on from or be a version of: the latest ones, and those that share what only few
    /// do.
    Collection<Recent> near(RequestShape request, Instant at) {
        voted.clear();
        poll++;
        PieceTokens tokens = request.tokens();
        RequestFrame frame = request.frame();
        frame.forOthers(tokens, piece -> vote(tokens, piece));
        if (isLatestFrame(frame)) {
            vote(calls.getFirst(), rareTokens(request));
        } else {
            for (int i = 0; i < frame.size(); i++) {
                vote(tokens, frame.piece(i));
            }
        }
        List<Recent> near = mostVoted();
        int latest = 0;
        for (Iterator<Recent> each = calls.iterator(); each.hasNext() && latest < NEAREST; latest++) {
            addNew(each.next(), near);
        }
        // Of many that are sent at once the latest are not answered yet.
        for (Recent call : calls) {
            if (call.isAnswered(at)) {
                addNew(call, near);
                break;
            }
        }
        return near;
    }

    /// Those with most votes first; of two with as many, the later one.
    private List<Recent> mostVoted() {
        List<Recent> most = new ArrayList<>(2 * NEAREST + 2);
        for (Recent call : voted) {
            int place = most.size();
            while (place > 0 && isNearer(call, most.get(place - 1))) {
                place--;
            }
            if (call.votes().sum() > 0 && place < NEAREST) {
                most.add(place, call);
                if (most.size() > NEAREST) {
                    most.removeLast();
                }
            }
        }
        return most;
    }

    private static boolean isNearer(Recent call, Recent other) {
        return call.votes().sum() == other.votes().sum()
                ? call.number() > other.number()
                : call.votes().sum() > other.votes().sum();
    }

    private static void addNew(Recent call, List<Recent> near) {
        if (!near.contains(call)) {
            near.add(call);
        }
    }

    private void vote(PieceTokens tokens, int piece) {
        FamilyPiece known = pieces.get(tokens.id(piece), FamilyPiece.NONE);
        if (known.latest != null && !known.isCore) {
            vote(known.latest.call, tokens.tokens(piece));
        }
    }

    private void vote(Recent call, int tokens) {
        if (call.votes().add(tokens, poll)) {
            voted.add(call);
        }
    }

    private boolean isLatestFrame(RequestFrame frame) {
        return !calls.isEmpty() && calls.getFirst().shape().frame().key() == frame.key();
    }

    private int rareTokens(RequestShape request) {
        if (rare < 0) {
            rare = 0;
            for (int i = 0; i < request.frame().size(); i++) {
                int piece = request.frame().piece(i);
                boolean isCore = pieces.get(request.tokens().id(piece), FamilyPiece.NONE).isCore;
                rare += isCore ? 0 : request.tokens().tokens(piece);
            }
        }
        return rare;
    }

    /// Another look at what most calls share.
    void coreChanged() {
        rare = -1;
    }

    /// @param number of the call in its family, from 1 on
    /// @param listed is told the pieces of frames that none of the calls had in theirs
    /// @param vanished is told those of them that no call has any more
    void add(Recent call, int number, IntConsumer listed, IntConsumer vanished) {
        PieceTokens tokens = call.tokens();
        RequestFrame frame = call.shape().frame();
        boolean isSameFrame = isLatestFrame(frame);
        if (isSameFrame) {
            call.hold(calls.getFirst().frame(), number);
            call.frame().call = call;
        } else {
            call.hold(new Holder(call), number);
            rare = -1;
        }
        var own = new Holder(call);
        frame.forOthers(tokens, piece -> keep(pieceOf(tokens, piece), own));
        for (int i = 0; i < frame.size() && !isSameFrame; i++) {
            FamilyPiece piece = pieceOf(tokens, frame.piece(i));
            piece.inCalls(1, number);
            keep(piece, call.frame());
            if (!piece.isListed) {
                piece.isListed = true;
                listed.accept(tokens.id(frame.piece(i)));
            }
        }
        calls.addFirst(call);
        withText.addFirst(call);
        if (withText.size() > WITH_TEXT) {
            withText.removeLast().dropBody();
        }
        if (calls.size() > KEPT) {
            forget(calls.removeLast(), vanished);
        }
    }

    private FamilyPiece pieceOf(PieceTokens tokens, int piece) {
        FamilyPiece known = pieces.get(tokens.id(piece), FamilyPiece.NONE);
        if (known != FamilyPiece.NONE) {
            return known;
        }
        var made = new FamilyPiece(tokens.tokens(piece));
        pieces.put(tokens.id(piece), made);
        return made;
    }

    /// What the frame has stays with the frame, since later calls may have it from there.
    private static void keep(FamilyPiece piece, Holder holder) {
        boolean isOfFrame = piece.latest != null && piece.latest.call == holder.call
                && holder != holder.call.frame();
        if (!isOfFrame) {
            piece.latest = holder;
        }
    }

    private void forget(Recent old, IntConsumer vanished) {
        PieceTokens tokens = old.tokens();
        RequestFrame frame = old.shape().frame();
        frame.forOthers(tokens, piece -> forget(tokens.id(piece), old, vanished));
        for (int i = 0; i < frame.size() && old.frame().call == old; i++) {
            forget(tokens.id(frame.piece(i)), old, vanished);
        }
    }

    private void forget(int id, Recent old, IntConsumer vanished) {
        FamilyPiece piece = pieces.get(id, FamilyPiece.NONE);
        if (piece.latest == null || piece.latest.call != old) {
            return;
        }
        piece.latest = null;
        if (piece.isListed) {
            piece.isListed = false;
            vanished.accept(id);
        }
        if (piece.isForgotten()) {
            pieces.remove(id);
        }
    }

    void clear(IntConsumer vanished) {
        while (!calls.isEmpty()) {
            forget(calls.removeLast(), vanished);
        }
        withText.clear();
    }
}
