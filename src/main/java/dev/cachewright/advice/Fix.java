package dev.cachewright.advice;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import java.util.function.UnaryOperator;

/// An edit that mends what was found.
///
/// @param word what it does, as a word: `move-block-below`, `sort-tools`, …
/// @param target what it moves something to or sets something to, for people; empty where the word says all
/// @param edit of the prompt that was looked at; of another prompt it may do nothing
public record Fix(String word, String target, UnaryOperator<Prompt> edit) {

    private static final String MARKED = "-marked";

    public static Fix of(String word, UnaryOperator<Prompt> edit) {
        return new Fix(word, "", edit);
    }

    /// Sends the request in another form.
    public static Fix useApi(Api api) {
        return new Fix("use-api", api.word(), now -> now.withSettings(now.settings().withApi(api)));
    }

    /// Asks something else of the cache.
    public static Fix ofCache(String word, String target, UnaryOperator<CacheSettings> change) {
        return new Fix(word, target, now -> now.withCache(change));
    }

    /// The same edit, and a breakpoint set by a second one.
    public Fix andMarked(UnaryOperator<Prompt> second) {
        return new Fix(word + MARKED, target, now -> second.apply(edit.apply(now)));
    }

    /// Whether it is two edits, the second of which sets a breakpoint.
    boolean isAndMarked() {
        return word.endsWith(MARKED);
    }

    public Prompt apply(Prompt prompt) {
        return edit.apply(prompt);
    }
}
