package dev.cachewright.run;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.provider.Profile;

/// What a test call sends of a request: all of it, with the fields that its profile adds, and a limit for the answer
/// where the prompt sets none.
public final class TestRequest {

    private TestRequest() {
    }

    /// The same with the shortest answer that its API allows, to keep what is stored: none of it is read.
    static SentRequest ping(SentRequest sent, Profile profile) {
        return OutputLimit.shortest(ExtraFields.of(sent, profile.extras()), profile.kind());
    }

    /// @param outputLimit in tokens
    public static SentRequest of(SentRequest sent, Profile profile, int outputLimit) {
        return OutputLimit.of(ExtraFields.of(sent, profile.extras()), outputLimit, profile.kind());
    }
}
