package dev.cachewright.token.encoding;

import java.util.function.IntConsumer;

/// Turns text into the token ids of one encoding; special tokens in the text are plain text.
///
/// Lone surrogates count as U+FFFD. Implementations may be used by several threads at once.
public interface Tokenizer {

    Encoding encoding();

    /// Hands the token ids of `text[from, to)`, identical to the official tokenizer's, to `tokens`.
    void encode(char[] text, int from, int to, TokenSink tokens);

    /// The token ids of `text`, from those of the text that it was before an edit.
    default TokenList encodeEdited(char[] before, TokenList tokens, char[] text) {
        return encode(new String(text));
    }

    /// Hands the tokens that begin with the bytes `text[from, to)` and are longer to `tokens`.
    void longer(byte[] text, int from, int to, IntConsumer tokens);

    /// The bytes of a token in UTF-8, which may be part of a character only.
    byte[] bytes(int id);

    /// How many UTF-8 bytes the token has.
    int byteLength(int id);

    /// The token ids of `text`.
    default TokenList encode(String text) {
        var tokens = new TokenList.Builder();
        encode(text.toCharArray(), 0, text.length(), tokens::add);
        return tokens.build();
    }

    /// The number of tokens of `text[from, to)`.
    default int count(char[] text, int from, int to) {
        var counter = new Counter();
        encode(text, from, to, counter);
        return counter.count;
    }

    /// The number of tokens of `text`.
    default int count(String text) {
        return count(text.toCharArray(), 0, text.length());
    }

    /// A sink that counts the tokens it is given.
    final class Counter implements TokenSink {

        private int count;

        @Override
        public void add(int id) {
            count++;
        }
    }
}
