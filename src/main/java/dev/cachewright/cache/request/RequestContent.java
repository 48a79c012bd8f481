package dev.cachewright.cache.request;

import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Stream<String> ofMarks = ends.stream().flatMap(end -> end.mark().stream())
                .map(ttl -> ttl.isEmpty() ? wishes.ttl() : ttl);
        boolean isImplicit = MarkForm.of(settings) == MarkForm.BREAKPOINT && !wishes.mode().equals("explicit");
        boolean isAutomatic = isImplicit || wishes.mode().equals("automatic");
        return Stream.concat(ofMarks, isAutomatic ? Stream.of(wishes.ttl()) : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }
}
