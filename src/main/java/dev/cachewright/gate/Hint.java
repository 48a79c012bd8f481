package dev.cachewright.gate;

/// Advice in words.
public record Hint(Finding.Ruling rule, Severity severity, Spot spot, String message) {
}
