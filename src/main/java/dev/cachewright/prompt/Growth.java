package dev.cachewright.prompt;

import dev.cachewright.prompt.text.InputException;

/// How much a block grows while it is rendered, and where that ends.
final class Growth {

    /// How many characters values may add, and how many of its own a template may go through in loops.
    static final int MOST = 20_000_000;

    /// What a pass through a loop counts as at least, which makes a million passes the most.
    static final int PASS = 20;

    private long left = MOST;

    /// @throws InputException without a place where values add too much
    void add(CharSequence value) {
        take(value.length());
    }

    /// @param length of the text inside the loop
    /// @throws InputException without a place where loops go through too much
    void repeat(long passes, int length) {
        take(passes * Math.max(PASS, length));
    }

    private void take(long characters) {
        left -= characters;
        if (left < 0) {
            throw new InputException("With these values the block grows beyond 20 million characters, or its loops "
                    + "beyond a million passes: shorten the values, or the loops", 0, 0);
        }
    }
}
