package dev.cachewright.words;

import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.cache.request.Refusal.Field;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a request asks of the cache, in one line.
public final class CacheWords {

    private CacheWords() {
    }

    /// `explicit mode · TTL 30 min · 1 of 4 breakpoints · key support`, with how many of these are not sent.
    public static String of(Prompt prompt, Optional<CacheTerms> terms) {
        var breakpoints = BreakpointCheck.of(prompt, terms);
        var settings = CacheSettingsCheck.of(breakpoints);
        CacheSettings sent = settings.sent();
        var words = new ArrayList<String>();
        String mode = sent.mode().isEmpty() && settings.modes().contains("implicit") ? "implicit" : sent.mode();
        if (!mode.isEmpty()) {
            words.add(Texts.format("footer.cache-mode", mode));
        }
        String usual = settings.takes(Field.TTL) ? settings.ttls().stream().findFirst().orElse("") : "";
        String ttl = sent.ttl().isEmpty() ? usual : sent.ttl();
        if (!ttl.isEmpty()) {
            words.add(Texts.format("footer.cache-ttl", RefusalWords.lifetime(ttl)));
        }
        if (breakpoints.slots() > 0) {
            words.add(Texts.format("footer.cache-breakpoints", breakpoints.sent().size(), breakpoints.slots()));
        }
        if (!sent.retention().isEmpty()) {
            words.add(Texts.format("footer.cache-retention", sent.retention()));
        }
        if (!sent.key().isEmpty()) {
            words.add(Texts.format("footer.cache-key", sent.key()));
        }
        List<Refusal> refused = Stream.concat(breakpoints.refusals().stream(), settings.refusals().stream())
                .filter(refusal -> !refusal.isHint()).toList();
        if (!refused.isEmpty()) {
            words.add(Texts.format("footer.cache-not-sent", refused.size()));
        }
        return words.isEmpty() ? Texts.get("footer.cache-nothing") : String.join(" · ", words);
    }
}
