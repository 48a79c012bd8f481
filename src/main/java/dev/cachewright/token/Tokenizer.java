package dev.cachewright.token;

/// Turns text into the token ids of one encoding; special tokens in the text are plain text.
///
/// Lone surrogates count as U+FFFD. Implementations may be used by several threads at once.
public interface Tokenizer {

    Encoding encoding();

    /// The token ids of `text`, identical to the official tokenizer's.
    TokenList encode(String text);

    /// How many UTF-8 bytes the token stands for.
    int byteLength(int id);

    /// The number of tokens of `text`.
    default int count(String text) {
        return encode(text).size();
    }
}
