package dev.cachewright.token.request;

import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;

/// The tokens of a part of a request, and how sure they are.
///
/// @param tokens one id a token; the server's own words and signs are ids that no text encodes to
record Counted(TokenList tokens, Band band) {

    static Counted exactly(TokenList tokens) {
        return new Counted(tokens, Band.EXACT);
    }

    int size() {
        return tokens.size();
    }

    /// Gathers tokens of text and of signs.
    static final class Builder {

        private final Tokenizer tokenizer;
        private final TokenList.Builder tokens = new TokenList.Builder();
        private Band band = Band.EXACT;

        Builder(Tokenizer tokenizer) {
            this.tokenizer = tokenizer;
        }

        Builder text(String text) {
            tokens.addAll(tokenizer.encode(text));
            return this;
        }

        Builder signs(int count) {
            return signs(count, Signs.UNKNOWN);
        }

        Builder signs(int count, int id) {
            for (int i = 0; i < count; i++) {
                tokens.add(id);
            }
            return this;
        }

        Builder add(Counted part) {
            tokens.addAll(part.tokens());
            return give(part.band());
        }

        Builder give(Band more) {
            band = band.plus(more);
            return this;
        }

        Counted build() {
            return new Counted(tokens.build(), band);
        }
    }
}
