package dev.cachewright.analysis;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.Request;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.token.request.RequestTokens;
import java.util.Optional;
import java.util.Set;

/// A request as it is sent, its tokens, and what else a cache sees of it.
///
/// @param tokens as they are counted here; they know their places in the prompt
/// @param served as its server counts them; empty where that is not known
public record CountedRequest(SentRequest sent, RequestTokens tokens, RequestContent content,
        Optional<Served> served) {

    /// A request as its server cuts it.
    ///
    /// @param prefix how many of these tokens are of the static prefix
    public record Served(FlatTokens tokens, int prefix) {
    }

    /// How many of the server's tokens one of ours is; 1 where the server has not counted.
    double scale() {
        return served.filter(_ -> tokens.total() > 0)
                .map(known -> (double) known.tokens().total() / tokens.total()).orElse(1.0);
    }

    /// The same request where so many of our tokens are of the static prefix, and at most so many of the server's.
    CountedRequest withPrefix(int counted, int shared) {
        return new CountedRequest(sent, tokens, content, served.map(known -> new Served(known.tokens(),
                Math.min(shared, (int) Math.round(counted * scale())))));
    }

    /// The lifetimes that its breakpoints ask for, in the provider's words; empty for the default one.
    public Set<String> lifetimes() {
        return content.lifetimes(request().settings());
    }

    public Request request() {
        return sent.request();
    }
}
