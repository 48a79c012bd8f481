package dev.cachewright.words;

import java.util.List;

/// What a prompt file names and does not hold, in words.
public final class UndefinedWords {

    private UndefinedWords() {
    }

    /// One sentence; empty where nothing is missing.
    ///
    /// @param names of tools and schemas
    public static String of(List<String> names) {
        return names.isEmpty() ? "" : Texts.format("notices.undefined", FewWords.list(names), names.size());
    }
}
