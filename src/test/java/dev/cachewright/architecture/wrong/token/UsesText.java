package dev.cachewright.architecture.wrong.token;

import dev.cachewright.architecture.wrong.prompt.Text;

/// Allowed by itself; a cycle together with `LooksBack`.
public record UsesText(Text text) {
}
