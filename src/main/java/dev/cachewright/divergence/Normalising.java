package dev.cachewright.divergence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A kind of difference that says nothing to a reader, and everything to a cache.
public enum Normalising {

    /// Line ends, and blanks before them and at the end of a text.
    WHITE_SPACE,
    /// The order of the keys of objects: in tools, schemas, and the arguments of calls.
    KEY_ORDER,
    /// How a character is written: composed or not, byte order marks, spaces that do not break, curly quotes.
    UNICODE;

    /// As on the command line: `white-space`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Normalising> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// What ignoring one of these does to a divergence.
    public enum Effect {
        /// The requests part at the same place.
        NONE,
        /// They part later.
        MOVES,
        /// They do not part at all.
        VANISHES
    }
}
