package dev.cachewright.analysis;

/// A number of tokens, with the bounds of the server's own count.
///
/// @param tokens the single figure
/// @param high the most; [#OPEN] where there is no upper bound
public record TokenRange(int low, int tokens, int high) {

    /// The value of `high` where there is no upper bound.
    public static final int OPEN = Integer.MAX_VALUE;

    public static TokenRange exactly(int tokens) {
        return new TokenRange(tokens, tokens, tokens);
    }

    public boolean isExact() {
        return low == high;
    }

    public boolean isOpen() {
        return high == OPEN;
    }

    /// Whether the server is sure to count as many tokens as this.
    public boolean reaches(int count) {
        return low >= count;
    }

    /// Whether the server may count as many tokens as this.
    public boolean mayReach(int count) {
        return high >= count;
    }
}
