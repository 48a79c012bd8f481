package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.IntMap;
import dev.cachewright.traffic.piece.RequestFrame;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Calls that came from one template: what most of them share, and the latest of them.
final class Family {

    /// Characters of a name.
    private static final int TITLE = 60;

    private final int id;
    private final String title;
    private final IntMap<FamilyPiece> pieces = new IntMap<>();
    private final Core core = new Core(pieces);
    private final LatestCalls latest = new LatestCalls(pieces);
    private final Votes votes = new Votes();
    private int looks;

    Family(int id, String title) {
        this.id = id;
        String line = KeyShape.strike(title).strip().replaceAll("\\s+", " ");
        this.title = shortened(line);
    }

    /// At the end of a word, where there is one.
    private static String shortened(String line) {
        if (line.length() <= TITLE) {
            return line;
        }
        int space = line.lastIndexOf(' ', TITLE - 1);
        int end = space > TITLE / 2 ? space : TITLE - 1 - (Character.isHighSurrogate(line.charAt(TITLE - 2)) ? 1 : 0);
        return line.substring(0, end).strip() + "…";
    }

    int id() {
        return id;
    }

    String title() {
        return title;
    }

    /// What most of its calls have.
    Core core() {
        return core;
    }

    /// Its first call, while there is no other.
    Optional<Recent> only() {
        return core.calls() == 1 ? latest.first() : Optional.empty();
    }

    /// Tokens that it shares with the request that is looked at.
    Votes votes() {
        return votes;
    }

    /// What of a request its calls have.
    ///
    /// @param all tokens of its frame
    /// @param late of these, those that one of the latest calls has as well
    /// @param core of these, those that most calls share, each once
    record Likeness(int all, int late, int core) {
    }

    Likeness likeness(RequestShape request) {
        RequestFrame frame = request.frame();
        int look = ++looks;
        int all = 0;
        int late = 0;
        int ofCore = 0;
        for (int i = 0; i < frame.size(); i++) {
            int own = request.tokens().tokens(frame.piece(i));
            FamilyPiece piece = pieces.get(request.tokens().id(frame.piece(i)), FamilyPiece.NONE);
            all += own;
            if (piece.isKnownLately()) {
                late += own;
                ofCore += piece.isCore && piece.isFirstIn(look) ? own : 0;
            }
        }
        return new Likeness(all, late, ofCore);
    }

    /// The calls that a request may go on from or be a version of.
    Collection<Recent> near(RequestShape request, Instant at) {
        return latest.near(request, at);
    }

    /// @param listed is told the pieces of frames that none of the latest calls had in theirs
    /// @param vanished is told those of them that none has any more
    void add(Recent call, IntConsumer listed, IntConsumer vanished) {
        latest.add(call, core.calls() + 1, listed, vanished);
        if (core.add(call.shape())) {
            latest.coreChanged();
        }
    }

    /// Forgets all of its calls.
    void forgetAll(IntConsumer vanished) {
        latest.clear(vanished);
        core.clear();
        pieces.clear();
    }
}
