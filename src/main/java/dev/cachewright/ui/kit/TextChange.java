package dev.cachewright.ui.kit;

/// What an edit did: at `position` in the text, `removed` gave way to `inserted`.
public record TextChange(int position, String removed, String inserted) {
}
