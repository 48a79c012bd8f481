package dev.cachewright.advice.layout;

import java.util.Arrays;

/// A run of tokens that stays together in every layout. Equal ones are the same object within one [Sheet].
final class Piece {

    private final int[] ids;
    private final int hash;

    Piece(int[] ids) {
        this.ids = ids;
        this.hash = Arrays.hashCode(ids);
    }

    int size() {
        return ids.length;
    }

    int idAt(int index) {
        return ids[index];
    }

    /// How many tokens two pieces share from their beginning on.
    int shared(Piece other) {
        int at = Arrays.mismatch(ids, other.ids);
        return at < 0 ? ids.length : at;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Piece piece && hash == piece.hash && Arrays.equals(ids, piece.ids);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
