package dev.cachewright.ui.kit.rail;

/// A stretch of the prompt on the [PrefixRail]: whose, how many tokens, its look as a style class (`cached`,
/// `out-of-reach`, `dynamic`), and what is said of it.
public record RailSegment(String blockId, int tokens, String styleClass, String words) {
}
