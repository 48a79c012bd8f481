package dev.cachewright.architecture.wrong.ui.session;

/// Does nothing wrong.
public record Calls(int count) {
}
