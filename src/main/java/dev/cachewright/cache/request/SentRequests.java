package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Request;
import java.util.Optional;

/// Prepares the requests that go to one place. Refusals are found once for all rows of a prompt that ask the same.
///
/// Not safe for several threads.
public final class SentRequests {

    private final Optional<CacheTerms> terms;
    private Optional<BreakpointCheck> breakpoints = Optional.empty();
    private Optional<CacheSettingsCheck> settings = Optional.empty();

    /// @param terms how the cache works there; empty for a server that is not known, which is sent all
    public SentRequests(Optional<CacheTerms> terms) {
        this.terms = terms;
    }

    public SentRequest of(Request request) {
        if (breakpoints.filter(known -> known.holdsFor(request)).isEmpty()) {
            BreakpointCheck check = BreakpointCheck.of(request, terms);
            breakpoints = Optional.of(check);
            settings = Optional.of(CacheSettingsCheck.of(check));
        }
        return SentRequest.checked(request, breakpoints.orElseThrow(), settings.orElseThrow());
    }
}
