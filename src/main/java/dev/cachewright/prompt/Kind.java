package dev.cachewright.prompt;

import java.util.Locale;

/// Whether a block is the same in every call, or may differ from call to call.
public enum Kind {

    STATIC, DYNAMIC;

    /// The lower-case word, as in files and on screen.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
