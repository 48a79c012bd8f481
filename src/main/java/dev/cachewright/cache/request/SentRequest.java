package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import java.util.Optional;

/// What of a request reaches the server: breakpoints and cache settings that it refuses are left out.
public final class SentRequest {

    private SentRequest() {
    }

    /// @param terms how the cache works where it is sent; empty for a server that is not known, which is sent all
    public static Request of(Request request, Optional<CacheTerms> terms) {
        BreakpointCheck breakpoints = BreakpointCheck.of(request, terms);
        Settings settings = request.settings().withCache(CacheSettingsCheck.of(breakpoints).sent());
        return new Request(request.messages(), settings, breakpoints.sent());
    }
}
