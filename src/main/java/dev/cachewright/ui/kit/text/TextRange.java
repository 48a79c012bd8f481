package dev.cachewright.ui.kit.text;

/// A stretch of text, by offsets.
public record TextRange(int start, int end) {
}
