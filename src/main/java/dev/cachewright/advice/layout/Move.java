package dev.cachewright.advice.layout;

/// A block that comes elsewhere.
///
/// @param from its index among the blocks before
/// @param to its index among the blocks afterwards
public record Move(String blockId, int from, int to) {
}
