package dev.cachewright.analysis;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.Request;
import dev.cachewright.token.request.RequestTokens;

/// A request as it is sent, its tokens, and what else a cache sees of it.
public record CountedRequest(SentRequest sent, RequestTokens tokens, RequestContent content) {

    public Request request() {
        return sent.request();
    }
}
