package dev.cachewright.architecture.wrong.prompt;

final class CountsNanos {
    long now() {
        return System.nanoTime();
    }
}
