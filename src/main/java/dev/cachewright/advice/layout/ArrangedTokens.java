package dev.cachewright.advice.layout;

import dev.cachewright.token.request.TokenSequence;
import java.util.Arrays;
import java.util.List;

/// The tokens of one call in one layout, piece by piece: they are compared without a look at each token.
final class ArrangedTokens implements TokenSequence {

    private final List<Piece> pieces;
    /// Where each piece begins, and the end.
    private final int[] starts;

    ArrangedTokens(List<Piece> pieces) {
        this.pieces = pieces;
        this.starts = new int[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            starts[i + 1] = starts[i] + pieces.get(i).size();
        }
    }

    @Override
    public int total() {
        return starts[pieces.size()];
    }

    /// Where the piece with that number ends.
    int endOf(int piece) {
        return starts[piece + 1];
    }

    @Override
    public int idAt(int position) {
        int index = indexAt(position);
        return pieces.get(index).idAt(position - starts[index]);
    }

    private int indexAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        int index = found < 0 ? -found - 2 : found;
        // Of pieces without tokens, which begin at the same place, the last one has the token.
        while (index + 1 < pieces.size() && starts[index + 1] == position) {
            index++;
        }
        return index;
    }

    @Override
    public int commonPrefix(TokenSequence other, int known) {
        return other instanceof ArrangedTokens arranged ? commonPrefix(arranged, known)
                : TokenSequence.compare(this, other, known);
    }

    private int commonPrefix(ArrangedTokens other, int known) {
        int first = known >= total() ? pieces.size() : indexAt(known);
        int shared = first < pieces.size() && first < other.pieces.size() && starts[first] == other.starts[first]
                ? alike(other, first, known)
                : known;
        // What follows pieces that differ may still agree, where one is the beginning of the other.
        return TokenSequence.compare(this, other, shared);
    }

    private int alike(ArrangedTokens other, int first, int known) {
        int most = Math.min(pieces.size(), other.pieces.size());
        int shared = known;
        for (int i = first; i < most; i++) {
            Piece one = pieces.get(i);
            Piece two = other.pieces.get(i);
            if (one != two) {
                return Math.max(known, starts[i] + one.shared(two));
            }
            shared = starts[i + 1];
        }
        return shared;
    }

    /// All of it: the pieces belong to the sheet anyway.
    @Override
    public ArrangedTokens from(int from) {
        return this;
    }
}
