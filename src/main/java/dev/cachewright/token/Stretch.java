package dev.cachewright.token;

import dev.cachewright.prompt.text.Rope;

/// Text that is encoded on its own.
///
/// @param length in UTF-16 units
/// @param weight in tokens
/// @param kept its tokens where it is too long to encode again for every question, else none
record Stretch(int length, int weight, LongTokens kept) implements Rope.Leaf<Stretch> {

    @Override
    public Stretch self() {
        return this;
    }

    boolean isLong() {
        return !kept.isEmpty();
    }
}
