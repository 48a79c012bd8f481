package dev.cachewright.traffic.piece;

/// A text that was cut into pieces.
public final class CutText {

    private final long key;
    private final long[] entries;
    private final String beginning;

    /// @param key tells the text from all others
    /// @param entries of a [PieceTable]
    CutText(long key, long[] entries, String beginning) {
        this.key = key;
        this.entries = entries;
        this.beginning = beginning;
    }

    long key() {
        return key;
    }

    long[] entries() {
        return entries;
    }

    /// Its first characters, enough for a name.
    public String beginning() {
        return beginning;
    }
}
