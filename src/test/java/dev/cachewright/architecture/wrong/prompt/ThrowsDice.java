package dev.cachewright.architecture.wrong.prompt;

import java.util.Random;
import java.util.UUID;

final class ThrowsDice {
    final Random dice = new Random();

    String id() {
        return UUID.randomUUID().toString();
    }
}
