package dev.cachewright.architecture.wrong.stray;

final class Lost {
}
