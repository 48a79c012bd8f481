package dev.cachewright.ui.kit;

/// A mark on the [PrefixRail]: where, what it says, whether it is reached, and its colour as a style class
/// (`""`, `written`, `miss`).
public record RailTick(double y, String label, boolean strong, String styleClass) {
}
