package dev.cachewright.settings;

/// The window's place, in pixels of the screen's own scale.
public record WindowPlace(double x, double y, double width, double height, boolean isMaximized) {
}
