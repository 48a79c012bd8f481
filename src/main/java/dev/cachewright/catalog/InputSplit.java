package dev.cachewright.catalog;

/// The input tokens of one call: cached, written and uncached.
///
/// @param written all that was written
/// @param longWritten what of that is kept for the longer of the vendor's lifetimes, which has a price of its own
public record InputSplit(long cached, long written, long uncached, long longWritten) {

    public InputSplit {
        if (cached < 0 || written < 0 || uncached < 0 || longWritten < 0 || longWritten > written) {
            throw new IllegalArgumentException(cached + " cached, " + written + " written, " + longWritten
                    + " of these for long, " + uncached + " uncached");
        }
    }

    public InputSplit(long cached, long written, long uncached) {
        this(cached, written, uncached, 0);
    }

    public static InputSplit uncached(long tokens) {
        return new InputSplit(0, 0, tokens);
    }

    public long input() {
        return cached + written + uncached;
    }
}
