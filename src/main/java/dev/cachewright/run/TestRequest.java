package dev.cachewright.run;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.provider.Profile;

/// What a test call sends of a request: all of it, with the fields that its profile adds, and a limit for the answer
/// where the prompt sets none.
public final class TestRequest {

    private TestRequest() {
    }

    /// @param outputLimit in tokens
    public static SentRequest of(SentRequest sent, Profile profile, int outputLimit) {
        return OutputLimit.of(ExtraFields.of(sent, profile.extras()), outputLimit, profile.kind());
    }
}
