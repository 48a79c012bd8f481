package dev.cachewright.token.part;

/// How far the server's count may lie from ours.
///
/// @param below by how many tokens the server may count less
/// @param above by how many tokens the server may count more
public record Band(int below, int above) {

    /// The server counts what we count.
    public static final Band EXACT = new Band(0, 0);

    /// More than any model reads: the server adds text that the request does not contain.
    private static final int OPEN = 10_000_000;

    public Band {
        below = Math.min(below, OPEN);
        above = Math.min(above, OPEN);
    }

    /// As much below as above.
    public static Band about(int tokens) {
        return new Band(tokens, tokens);
    }

    /// Nothing less, and any number of tokens more.
    public static Band openAbove() {
        return new Band(0, OPEN);
    }

    /// Nothing more, and any number of tokens less.
    public static Band openBelow() {
        return new Band(OPEN, 0);
    }

    public boolean isExact() {
        return below == 0 && above == 0;
    }

    public boolean isOpen() {
        return above == OPEN;
    }

    /// The band of a sum of two counts.
    public Band plus(Band other) {
        return new Band(below + other.below, above + other.above);
    }

    /// Whether a server's count agrees with ours.
    public boolean holds(long counted, long recorded) {
        return recorded >= counted - below && recorded <= counted + above;
    }
}
