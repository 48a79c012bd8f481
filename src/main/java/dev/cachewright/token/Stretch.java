package dev.cachewright.token;

import dev.cachewright.prompt.text.Rope;

/// Text that is encoded for itself.
///
/// @param length in UTF-16 units
/// @param weight in tokens
/// @param kept its tokens where it is too long to make them again for every question, else none
record Stretch(int length, int weight, LongTokens kept) implements Rope.Leaf<Stretch> {

    @Override
    public Stretch self() {
        return this;
    }

    boolean isLong() {
        return !kept.isEmpty();
    }
}
