package dev.cachewright.words;

import java.util.Locale;

/// What a file, a server or a parser said, as a sentence that stands by itself.
public final class Sentence {

    private Sentence() {
    }

    /// The words with a full stop, unless they end in one already.
    public static String of(String words) {
        String stripped = words.strip();
        return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    /// The words with a capital at their beginning.
    public static String capital(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
