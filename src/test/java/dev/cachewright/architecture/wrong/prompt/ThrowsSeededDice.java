package dev.cachewright.architecture.wrong.prompt;

import java.util.Random;

/// Does nothing wrong: the seed comes in.
final class ThrowsSeededDice {
    final Random dice;

    ThrowsSeededDice(long seed) {
        dice = new Random(seed);
    }
}
