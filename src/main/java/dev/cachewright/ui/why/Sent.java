package dev.cachewright.ui.why;

import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.words.Texts;
import java.io.IOException;

/// A request that was sent.
///
/// @param number of its call
/// @param source of its body, its blocks and where it went
public record Sent(int number, Source source) {

    /// Gives what was sent; asked in the background, and only when it is compared.
    public interface Source {

        /// @throws IOException where it cannot be read
        Explainer.Side read() throws IOException;
    }

    /// As it begins a sentence and stands above its text: `Call 8`.
    String name() {
        return Texts.format("why.call", number);
    }

    /// Inside a sentence: `call 8`.
    String inSentence() {
        return Texts.format("why.call-in-sentence", number);
    }
}
