package dev.cachewright.traffic;

import dev.cachewright.traffic.piece.PieceTokens;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Instant;

/// A call that later ones are compared with; two are never equal.
final class Recent {

    private TrafficRecord call;
    private final PieceTokens tokens;
    private final Instant at;
    private final Instant answered;
    private LatestCalls.Holder frame;
    private final Votes votes = new Votes();
    private int number;

    /// @param answered when its answer began: from then on others can read what it stored
    Recent(TrafficRecord call, Instant at, Instant answered) {
        this.call = call;
        this.tokens = call.shape().orElseThrow().tokens();
        this.at = at;
        this.answered = answered;
    }

    TrafficRecord call() {
        return call;
    }

    /// Tokens that it shares with the request that is looked at, and few others do.
    Votes votes() {
        return votes;
    }

    /// Its number in its family, from 1 on.
    int number() {
        return number;
    }

    /// What the pieces of its frame point to.
    LatestCalls.Holder frame() {
        return frame;
    }

    void hold(LatestCalls.Holder holder, int numberInFamily) {
        frame = holder;
        number = numberInFamily;
    }

    /// Its text is needed no longer.
    void dropBody() {
        call = call.withoutBody();
    }

    RequestShape shape() {
        return call.shape().orElseThrow();
    }

    PieceTokens tokens() {
        return tokens;
    }

    Instant at() {
        return at;
    }

    boolean isAnswered(Instant now) {
        return !now.isBefore(answered);
    }
}
