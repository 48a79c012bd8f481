package dev.cachewright.token.encoding;

import java.util.Arrays;

/// An immutable list of token ids.
public final class TokenList {

    private static final TokenList EMPTY = new TokenList(new int[0]);

    private final int[] ids;

    private TokenList(int[] ids) {
        this.ids = ids;
    }

    public static TokenList of(int... ids) {
        return ids.length == 0 ? EMPTY : new TokenList(ids.clone());
    }

    public int size() {
        return ids.length;
    }

    public int get(int index) {
        return ids[index];
    }

    /// How many tokens this list and `other` share from their beginning on.
    public int commonPrefix(TokenList other) {
        int mismatch = Arrays.mismatch(ids, other.ids);
        return mismatch < 0 ? ids.length : mismatch;
    }

    /// How many tokens this list from `from` on and `other` from `otherFrom` on share.
    public int commonPrefix(int from, TokenList other, int otherFrom) {
        int mismatch = Arrays.mismatch(ids, from, ids.length, other.ids, otherFrom, other.ids.length);
        return mismatch < 0 ? ids.length - from : mismatch;
    }

    /// The tokens from number `from` to before number `to`.
    public TokenList slice(int from, int to) {
        return new TokenList(Arrays.copyOfRange(ids, from, to));
    }

    public int[] toArray() {
        return ids.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenList list && Arrays.equals(ids, list.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }

    /// Gathers token ids.
    public static final class Builder {

        private int[] ids;
        private int size;

        public Builder() {
            this(256);
        }

        /// @param expected how many tokens there may be
        public Builder(int expected) {
            this.ids = new int[expected];
        }

        public Builder add(int id) {
            grow(1);
            ids[size++] = id;
            return this;
        }

        public Builder addAll(TokenList list) {
            grow(list.ids.length);
            System.arraycopy(list.ids, 0, ids, size, list.ids.length);
            size += list.ids.length;
            return this;
        }

        public int size() {
            return size;
        }

        public TokenList build() {
            return new TokenList(Arrays.copyOf(ids, size));
        }

        private void grow(int more) {
            if (size + more > ids.length) {
                ids = Arrays.copyOf(ids, Math.max(size + more, ids.length * 2));
            }
        }
    }
}
