package dev.cachewright.provider;

import dev.cachewright.prompt.Api;

/// A request to a model: the API, the body, whether the answer is streamed, and how long it is waited for.
///
/// @param body the exact bytes of the request body, JSON; a provider sends it unchanged, since it is what the cache
/// sees
/// @param isStreamed whether the body asks for a stream
public record ModelCall(Api api, String body, boolean isStreamed, CallLimits limits) {

    /// A call that is waited for as long as usual.
    public ModelCall(Api api, String body, boolean isStreamed) {
        this(api, body, isStreamed, CallLimits.usual());
    }
}
