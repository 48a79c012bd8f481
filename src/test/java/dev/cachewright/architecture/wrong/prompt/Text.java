package dev.cachewright.architecture.wrong.prompt;

/// Does nothing wrong.
public record Text(String value) {
}
