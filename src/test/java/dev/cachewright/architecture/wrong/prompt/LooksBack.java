package dev.cachewright.architecture.wrong.prompt;

import dev.cachewright.architecture.wrong.token.UsesText;

final class LooksBack {
    UsesText[] used;
}
