package dev.cachewright.words;

import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal.Field;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.CacheSettings;
import java.util.ArrayList;

/// What a request asks of the cache, in one line.
public final class CacheWords {

    private CacheWords() {
    }

    /// `explicit mode · TTL 30 min · 1 of 4 breakpoints · key support`, and how many of these are not sent.
    public static String of(SentRequest request) {
        BreakpointCheck breakpoints = request.breakpoints();
        CacheSettingsCheck settings = request.cache();
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
            words.add(Texts.format("footer.cache-breakpoints", breakpoints.count(), breakpoints.slots()));
        }
        if (!sent.retention().isEmpty()) {
            words.add(Texts.format("footer.cache-retention", sent.retention()));
        }
        if (!sent.key().isEmpty()) {
            words.add(Texts.format("footer.cache-key", sent.key()));
        }
        if (!request.refused().isEmpty()) {
            words.add(Texts.format("footer.cache-not-sent", request.refused().size()));
        }
        return words.isEmpty() ? Texts.get("footer.cache-nothing") : String.join(" · ", words);
    }
}
