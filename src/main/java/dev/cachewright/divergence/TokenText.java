package dev.cachewright.divergence;

/// A token and what it says.
///
/// @param id of its encoding; above all encodings, or below 0, where it stands for what a server puts around a text
/// @param text empty where it is no text; bytes of a broken character as `<E2><80>`
public record TokenText(int id, String text) {
}
