package dev.cachewright.session;

import dev.cachewright.prompt.Api;

/// Where a call went, and of which prompt it was made.
///
/// @param profile the profile's name
/// @param model the model id as sent
public record CallTarget(String profile, String model, Api api, PromptMark prompt) {

    /// A call of a prompt that is not known.
    public CallTarget(String profile, String model, Api api) {
        this(profile, model, api, PromptMark.unknown());
    }
}
