package dev.cachewright.advice;

import dev.cachewright.prompt.Prompt;
import java.util.function.UnaryOperator;

/// An edit that mends what was found.
///
/// @param word what it does, as a word: `move-block-below`, `sort-tools`, …
/// @param target what it moves something to or sets something to, for people; empty where the word says all
/// @param edit of the prompt that was looked at; of another prompt it may do nothing
public record Fix(String word, String target, UnaryOperator<Prompt> edit) {

    public static Fix of(String word, UnaryOperator<Prompt> edit) {
        return new Fix(word, "", edit);
    }

    public Prompt apply(Prompt prompt) {
        return edit.apply(prompt);
    }
}
