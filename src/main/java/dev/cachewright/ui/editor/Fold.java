package dev.cachewright.ui.editor;

/// How much of a block its card shows.
enum Fold {
    /// The header with the first words.
    FOLDED,
    /// The first rows; the rest is a click away.
    SHORT,
    /// All rows.
    OPEN
}
