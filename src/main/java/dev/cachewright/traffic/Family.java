package dev.cachewright.traffic;

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
    private final Core core = new Core();
    private final LatestCalls latest = new LatestCalls(core);
    private int votes;

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
    int votes() {
        return votes;
    }

    void vote(int more) {
        votes += more;
    }

    void clearVotes() {
        votes = 0;
    }

    /// Whether one of the latest calls has a piece.
    boolean hasLately(int piece) {
        return latest.have(piece);
    }

    /// The calls that a request may go on from or be a version of.
    Collection<Recent> near(RequestShape request, Instant at) {
        return latest.near(request, at);
    }

    /// @param appeared is told the pieces that none of the latest calls had
    /// @param vanished is told those that none has any more
    void add(Recent call, IntConsumer appeared, IntConsumer vanished) {
        latest.add(call, appeared, vanished);
        if (core.add(call.shape())) {
            latest.coreChanged();
        }
    }

    /// Forgets all of its calls.
    void forgetAll(IntConsumer vanished) {
        latest.clear(vanished);
        core.clear();
    }
}
