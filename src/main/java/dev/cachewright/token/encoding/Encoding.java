package dev.cachewright.token.encoding;

/// A public byte-pair encoding of OpenAI's models.
///
/// Source: the model map of tiktoken 0.14.0 (2026-08-16).
public enum Encoding {

    O200K_BASE("o200k_base"), CL100K_BASE("cl100k_base");

    private final String word;

    Encoding(String word) {
        this.word = word;
    }

    /// The name that tiktoken gives it.
    public String word() {
        return word;
    }
}
