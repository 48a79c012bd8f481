package dev.cachewright.analysis;

/// A number of tokens, and between what the server's own count lies.
///
/// @param tokens the single figure
/// @param high the most; [#OPEN] where any number may come on top
public record TokenRange(int low, int tokens, int high) {

    /// Stands for no upper end.
    public static final int OPEN = Integer.MAX_VALUE;

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
