package dev.cachewright.settings;

/// Where the window stands, in pixels of the screen's own scale.
public record WindowPlace(double x, double y, double width, double height, boolean isMaximized) {
}
