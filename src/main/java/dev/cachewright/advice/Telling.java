package dev.cachewright.advice;

import dev.cachewright.cache.request.Refusal;
import dev.cachewright.divergence.Cause;
import java.util.List;
import java.util.Optional;

/// What is said of a finding, as data: which words, and what is put into them.
///
/// @param key of the words: the title, and the sentence that says why
/// @param args names, whole numbers and pieces of text, in the order in which the words count them
/// @param refusal what a provider refuses, which has words of its own; empty for everything else
/// @param cause why two requests part, which has words of its own; empty for everything else
public record Telling(String key, List<Object> args, Optional<Refusal> refusal, Optional<Cause> cause) {

    public Telling {
        args = List.copyOf(args);
    }

    public static Telling of(String key, Object... args) {
        return new Telling(key, List.of(args), Optional.empty(), Optional.empty());
    }

    /// What a provider refuses of the prompt.
    public static Telling of(Refusal refusal) {
        return new Telling(refusal.isHint() ? "hint" : "refused", List.of(), Optional.of(refusal),
                Optional.empty());
    }

    /// Why a second request parts from this one.
    public static Telling of(Cause cause) {
        return new Telling("cause", List.of(), Optional.empty(), Optional.of(cause));
    }
}
