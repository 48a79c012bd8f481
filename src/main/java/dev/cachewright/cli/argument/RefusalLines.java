package dev.cachewright.cli.argument;

import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cli.print.Console;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.RefusalWords;
import java.util.List;

/// Reports which of a prompt's cache fields are not sent, in one line.
public final class RefusalLines {

    private RefusalLines() {
    }

    /// Warns of fields that the server refuses, or that do less than it seems.
    public static void say(SentRequest sent, Console console) {
        List<Refusal> refusals = sent.refusals();
        if (!refusals.isEmpty()) {
            console.say("warning: " + String.join("; ", FewWords.lines(refusals, RefusalWords::line)));
        }
    }

    /// @throws CliProblem where the key is too long to be sent; without it calls would go to another cache
    public static void requireKey(CacheSettings cache) {
        if (CacheSettingsCheck.isTooLong(cache.key())) {
            throw new CliProblem("The cache key has " + CacheSettingsCheck.lengthOf(cache.key())
                    + " characters; the limit is " + CacheSettingsCheck.LONGEST_KEY
                    + ". Shorten \"key\" in cachewright.cache, or prompt_cache_key in a request body");
        }
    }
}
