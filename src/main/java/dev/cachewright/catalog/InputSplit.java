package dev.cachewright.catalog;

/// The input tokens of one call by what the cache did with them.
public record InputSplit(long cached, long written, long uncached) {

    public InputSplit {
        if (cached < 0 || written < 0 || uncached < 0) {
            throw new IllegalArgumentException(cached + " cached, " + written + " written, " + uncached + " uncached");
        }
    }

    public static InputSplit uncached(long tokens) {
        return new InputSplit(0, 0, tokens);
    }

    public long input() {
        return cached + written + uncached;
    }
}
