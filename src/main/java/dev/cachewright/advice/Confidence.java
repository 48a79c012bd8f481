package dev.cachewright.advice;

import java.util.Locale;

/// How sure it is that a finding holds.
public enum Confidence {

    /// Rows, a second request, or the provider's own rule show it.
    PROVEN,
    /// Told by the form of the text.
    LIKELY,
    /// One request cannot show it.
    POSSIBLE;

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
