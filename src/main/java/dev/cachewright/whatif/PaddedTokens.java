package dev.cachewright.whatif;

import dev.cachewright.token.request.TokenSequence;

/// Tokens with more of the same in one place: what a request would be with a longer static prefix.
///
/// @param at the number of the first token after the padding, as it is without it
/// @param length of the padding
record PaddedTokens(TokenSequence tokens, int at, int length) implements TokenSequence {

    /// An id that no encoding has.
    private static final int PADDING = -2;

    @Override
    public int total() {
        return tokens.total() + length;
    }

    @Override
    public int idAt(int position) {
        if (position < at) {
            return tokens.idAt(position);
        }
        return position < at + length ? PADDING : tokens.idAt(position - length);
    }

    @Override
    public int commonPrefix(TokenSequence other, int known) {
        if (!(other instanceof PaddedTokens padded) || padded.at != at || padded.length != length) {
            return TokenSequence.compare(this, other, known);
        }
        int before = known < at ? tokens.commonPrefix(padded.tokens, known) : at;
        return before < at ? before : tokens.commonPrefix(padded.tokens, Math.max(at, known - length)) + length;
    }

    @Override
    public PaddedTokens from(int from) {
        return from < at + length ? this : new PaddedTokens(tokens.from(from - length), at, length);
    }
}
