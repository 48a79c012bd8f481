package dev.cachewright.format.log;

import dev.cachewright.prompt.Api;
import java.util.Optional;

/// Where a call went, and for whom. What is not known is empty.
///
/// @param provider in a word, as the log or the host names it
/// @param key a short hash of the caller's key or of its alias; never a key. It begins with `#` where it is the
/// key that the server itself was given
public record CallRoute(String provider, String host, Optional<Api> api, String model, String key) {
}
