package dev.cachewright.traffic;

import java.time.Instant;

/// A call that later ones are compared with; two are never equal.
final class Recent {

    private TrafficRecord call;
    private final PieceTokens tokens;
    private final Instant at;
    private final Instant answered;

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
