package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.InputException;
import java.util.Optional;

/// How much a block grows while it is rendered, or all rows of a prompt do, and where that ends.
public final class Growth {

    /// How many characters values may add, and how many of its own a template may go through in loops.
    static final int MOST = 20_000_000;

    /// What a pass through a loop counts as at least, which makes a million passes the most.
    static final int PASS = 20;

    /// The same for all blocks in all rows of a prompt together.
    static final long MOST_OF_ROWS = 20L * MOST;

    private final Optional<Growth> whole;
    private long left;

    private Growth(long most, Optional<Growth> whole) {
        this.left = most;
        this.whole = whole;
    }

    /// That of all rows of a prompt.
    public static Growth ofRows() {
        return new Growth(MOST_OF_ROWS, Optional.empty());
    }

    /// That of a block in one of these rows.
    public Growth ofBlock() {
        return new Growth(MOST, Optional.of(this));
    }

    /// @throws InputException without a place where values add too much
    public void add(CharSequence value) {
        take(value.length());
    }

    /// @param length of the text inside the loop
    /// @throws InputException without a place where loops go through too much
    void repeat(long passes, int length) {
        take(passes * Math.max(PASS, length));
    }

    private void take(long characters) {
        whole.ifPresent(rows -> rows.take(characters));
        left -= characters;
        if (left < 0 && whole.isEmpty()) {
            throw new InputException("With all its rows the prompt grows beyond 400 million characters, or its loops "
                    + "beyond 20 million passes: give fewer rows, or shorten the loops", 0, 0);
        }
        if (left < 0) {
            throw new InputException("With these values the block grows beyond 20 million characters, or its loops "
                    + "beyond a million passes: shorten the values, or the loops", 0, 0);
        }
    }
}
