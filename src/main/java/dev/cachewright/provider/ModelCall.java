package dev.cachewright.provider;

import dev.cachewright.prompt.Api;

/// A request to a model: the API, the body, and whether the answer is streamed.
///
/// @param body the exact bytes of the request body, JSON; a provider sends it unchanged, since it is what the cache
/// sees
/// @param isStreamed whether the body asks for a stream
public record ModelCall(Api api, String body, boolean isStreamed) {
}
