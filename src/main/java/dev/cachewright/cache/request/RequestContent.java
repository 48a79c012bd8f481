package dev.cachewright.cache.request;

import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a cache sees of a request besides its tokens.
///
/// @param ends of its blocks, in order: where a prefix can end
/// @param traits of the whole request: `images`, `citations`, `web_search`, `web_fetch`
/// @param wishes what it asks of the cache
public record RequestContent(List<ContentEnd> ends, Set<String> traits, CacheSettings wishes) {

    public RequestContent {
        ends = List.copyOf(ends);
        traits = Set.copyOf(traits);
    }

    /// One text that asks for nothing.
    public static RequestContent plain() {
        return new RequestContent(List.of(), Set.of(), CacheSettings.none());
    }

    /// The lifetimes that its breakpoints ask for, in the provider's words; empty for the default one.
    public Set<String> lifetimes(Settings settings) {
        Set<String> lifetimes = new HashSet<>();
        for (ContentEnd end : ends) {
            end.mark().ifPresent(ttl -> lifetimes.add(ttl.isEmpty() ? wishes.ttl() : ttl));
        }
        boolean isImplicit = MarkForm.of(settings) == MarkForm.BREAKPOINT && !wishes.mode().equals("explicit");
        if (isImplicit || wishes.mode().equals("automatic")) {
            lifetimes.add(wishes.ttl());
        }
        return Set.copyOf(lifetimes);
    }
}
