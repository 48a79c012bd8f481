package dev.cachewright.session;

import dev.cachewright.prompt.Api;

/// Where a call went, and of which prompt it was made.
///
/// @param profile the profile's name
/// @param model the model id as sent
/// @param isControl whether its first token was changed, so that nothing of it could be read from a cache
public record CallTarget(String profile, String model, Api api, PromptMark prompt, boolean isControl) {

    /// A call of a prompt as it is.
    public CallTarget(String profile, String model, Api api, PromptMark prompt) {
        this(profile, model, api, prompt, false);
    }

    /// A call of a prompt that is not known.
    public CallTarget(String profile, String model, Api api) {
        this(profile, model, api, PromptMark.unknown());
    }
}
