package dev.cachewright.cache.request;

import dev.cachewright.token.encoding.TokenList;
import java.util.Optional;

/// A server that says how it cuts a request into tokens.
public interface TokenSource {

    /// The server's own tokens of a request, in the order in which its cache compares them; empty where they are not
    /// known.
    Optional<TokenList> tokens(SentRequest sent);

    /// Knows of no request.
    static TokenSource none() {
        return _ -> Optional.empty();
    }
}
