package dev.cachewright.token.claude;

import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Counted;

/// Turns figures in Claude's own tokens into counted ones, which are corrected by a factor afterwards.
///
/// @param factor how many of the model's tokens one counted token is
record ClaudeUnits(double factor, Tokenizer tokenizer) {

    int of(double own) {
        return (int) Math.round(own / factor);
    }

    Counted.Builder builder() {
        return new Counted.Builder(tokenizer);
    }

    int count(String text) {
        return tokenizer.count(text);
    }
}
