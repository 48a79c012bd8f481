package dev.cachewright.ui.kit;

/// How something is meant: what colour and icon say. A word or a shape says the same, never colour alone.
public enum Tone {
    /// A figure or a word of information.
    PLAIN,
    /// As it should be.
    GOOD,
    /// Something to know, or to do better.
    ADVICE,
    /// An unexpected miss, or an error.
    BAD
}
