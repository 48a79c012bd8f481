package dev.cachewright.cache.request;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A request as it reaches the server, and what of it does not: breakpoints and cache settings that the server refuses
/// are left out, each with its reason.
///
/// Made by [SentRequests], the one place that asks what a server accepts.
///
/// @param request without what is refused
/// @param breakpoints what the server accepts of its breakpoints, set and to be set
/// @param cache what the server accepts of its cache settings
public record SentRequest(Request request, BreakpointCheck breakpoints, CacheSettingsCheck cache) {

    /// `prompt_cache_options`, of which a prompt may carry fields other than mode and ttl as they are.
    public static final String OPTIONS = "prompt_cache_options";

    /// One request on its own.
    ///
    /// @param terms how the cache works where it is sent; empty for a server that is not known, which is sent all
    public static SentRequest of(Request request, Optional<CacheTerms> terms) {
        return new SentRequests(terms).of(request);
    }

    static SentRequest checked(Request request, BreakpointCheck breakpoints, CacheSettingsCheck cache) {
        Settings settings = request.settings().withCache(cache.sent());
        if (!cache.takesOptions() && settings.extra().containsKey(OPTIONS)) {
            settings = settings.withExtra(Attributes.without(settings.extra(), OPTIONS));
        }
        if (cache.refusals().stream().anyMatch(refusal -> refusal.reason() == Refusal.Reason.AUTOMATIC_UNKNOWN
                || refusal.reason() == Refusal.Reason.AUTOMATIC_NOT_READ)) {
            settings = settings.withExtra(Attributes.without(settings.extra(), MarkForm.CACHE_CONTROL.field()));
        }
        return new SentRequest(new Request(request.messages(), settings, breakpoints.sent()), breakpoints, cache);
    }

    /// The same request with other settings, none of which the cache looks at.
    public SentRequest withSettings(Settings settings) {
        return new SentRequest(new Request(request.messages(), settings, request.breakpoints()), breakpoints, cache);
    }

    /// All that is wrong with what the request asks of the cache, hints too: its settings first, then its breakpoints.
    public List<Refusal> refusals() {
        return Stream.of(cache.refusals(), breakpoints.refusals(), ForeignFields.in(request)).flatMap(List::stream)
                .toList();
    }

    /// What is left out.
    public List<Refusal> refused() {
        return refusals().stream().filter(Refusal::isLeftOut).toList();
    }
}
