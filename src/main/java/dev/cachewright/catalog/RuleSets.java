package dev.cachewright.catalog;

import java.util.regex.Pattern;

/// The names of the sets of cache rules that a row may have.
public final class RuleSets {

    private static final Pattern NAME = Pattern.compile(
            "openai-(classic|grid|breakpoint)|anthropic|longest-prefix|block-[1-9]\\d{0,5}|none");

    private RuleSets() {
    }

    /// Whether there are rules of this name.
    public static boolean isKnown(String name) {
        return NAME.matcher(name).matches();
    }
}
