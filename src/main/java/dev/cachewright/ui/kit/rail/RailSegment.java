package dev.cachewright.ui.kit.rail;

/// A stretch of the prompt on the [PrefixRail]: whose, how many tokens, and its look as a style class (`cached`, `assumed`,
/// `out-of-reach`, `dynamic`).
public record RailSegment(String blockId, int tokens, String styleClass) {
}
