package dev.cachewright.analysis;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Request;
import dev.cachewright.token.request.RequestTokens;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request as it is sent, its tokens, and what else a cache sees of it.
public record CountedRequest(SentRequest sent, RequestTokens tokens, RequestContent content) {

    /// The lifetimes that its breakpoints ask for, in the provider's words; empty for the default one.
    public Set<String> lifetimes() {
        CacheSettings wishes = content.wishes();
        Stream<String> ofMarks = content.ends().stream().flatMap(end -> end.mark().stream())
                .map(ttl -> ttl.isEmpty() ? wishes.ttl() : ttl);
        boolean isImplicit = MarkForm.of(request().settings()) == MarkForm.BREAKPOINT
                && !wishes.mode().equals("explicit");
        boolean isAutomatic = isImplicit || wishes.mode().equals("automatic");
        return Stream.concat(ofMarks, isAutomatic ? Stream.of(wishes.ttl()) : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Request request() {
        return sent.request();
    }
}
