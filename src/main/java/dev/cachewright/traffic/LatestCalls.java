package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.PieceTokens;
import dev.cachewright.traffic.piece.RequestFrame;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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
    private final IntMap<Holder> latestWith = new IntMap<>();
    private final Core core;
    /// Tokens of the latest frame that are not in most calls; negative where that is to be counted.
    private int rare = -1;

    LatestCalls(Core core) {
        this.core = core;
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

    /// Whether one of the calls has a piece.
    boolean have(int piece) {
        return latestWith.contains(piece);
    }

    /// The calls that a request may go on from or be a version of: the latest ones, and those that share what only few
    /// do.
    Collection<Recent> near(RequestShape request, Instant at) {
        calls.forEach(Recent::clearVotes);
        PieceTokens tokens = request.tokens();
        RequestFrame frame = request.frame();
        frame.forOthers(tokens, piece -> vote(tokens, piece));
        if (isLatestFrame(frame)) {
            calls.getFirst().vote(rareTokens(request));
        } else {
            for (int i = 0; i < frame.size(); i++) {
                vote(tokens, frame.piece(i));
            }
        }
        Set<Recent> near = new LinkedHashSet<>();
        calls.stream().filter(each -> each.votes() > 0).sorted(Comparator.comparing(Recent::votes).reversed())
                .limit(NEAREST).forEach(near::add);
        calls.stream().limit(NEAREST).forEach(near::add);
        // Of many that are sent at once the latest are not answered yet.
        calls.stream().filter(each -> each.isAnswered(at)).findFirst().ifPresent(near::add);
        return near;
    }

    private void vote(PieceTokens tokens, int piece) {
        int id = tokens.id(piece);
        if (!core.contains(id)) {
            latestWith.get(id).ifPresent(with -> with.call.vote(tokens.tokens(piece)));
        }
    }

    private boolean isLatestFrame(RequestFrame frame) {
        return first().filter(latest -> latest.shape().frame().key() == frame.key()).isPresent();
    }

    private int rareTokens(RequestShape request) {
        if (rare < 0) {
            rare = 0;
            for (int i = 0; i < request.frame().size(); i++) {
                int piece = request.frame().piece(i);
                rare += core.contains(request.tokens().id(piece)) ? 0 : request.tokens().tokens(piece);
            }
        }
        return rare;
    }

    /// Another look at what most calls share.
    void coreChanged() {
        rare = -1;
    }

    /// @param appeared is told the pieces that none of the calls had
    /// @param vanished is told those that none has any more
    void add(Recent call, IntConsumer appeared, IntConsumer vanished) {
        PieceTokens tokens = call.tokens();
        RequestFrame frame = call.shape().frame();
        Optional<Holder> holder = isLatestFrame(frame) ? first().map(Recent::frame) : Optional.empty();
        holder.ifPresent(same -> same.call = call);
        call.hold(holder.orElseGet(() -> new Holder(call)));
        var own = new Holder(call);
        frame.forOthers(tokens, piece -> put(tokens.id(piece), own, appeared));
        if (holder.isEmpty()) {
            rare = -1;
            for (int i = 0; i < frame.size(); i++) {
                put(tokens.id(frame.piece(i)), call.frame(), appeared);
            }
        }
        calls.addFirst(call);
        calls.stream().skip(WITH_TEXT).findFirst().ifPresent(Recent::dropBody);
        if (calls.size() > KEPT) {
            forget(calls.removeLast(), vanished);
        }
    }

    /// What the frame has stays with the frame, since later calls may have it from there.
    private void put(int piece, Holder holder, IntConsumer appeared) {
        Optional<Holder> before = latestWith.get(piece);
        if (before.filter(known -> known.call == holder.call && holder != holder.call.frame()).isEmpty()
                && latestWith.put(piece, holder)) {
            appeared.accept(piece);
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

    private void forget(int piece, Recent old, IntConsumer vanished) {
        if (latestWith.get(piece).filter(holder -> holder.call == old).isPresent()) {
            latestWith.remove(piece);
            vanished.accept(piece);
        }
    }

    void clear(IntConsumer vanished) {
        while (!calls.isEmpty()) {
            forget(calls.removeLast(), vanished);
        }
    }
}
