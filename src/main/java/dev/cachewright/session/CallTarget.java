package dev.cachewright.session;

import dev.cachewright.prompt.Api;

/// Where a call went, and of which prompt it was made.
///
/// @param profile the profile's name
/// @param model the model id as sent
/// @param purpose what it was made for
public record CallTarget(String profile, String model, Api api, PromptMark prompt, Purpose purpose) {

    /// A call of a prompt as it is.
    public CallTarget(String profile, String model, Api api, PromptMark prompt) {
        this(profile, model, api, prompt, Purpose.PLAIN);
    }

    /// A call of a prompt that is not known.
    public CallTarget(String profile, String model, Api api) {
        this(profile, model, api, PromptMark.unknown());
    }

    /// Whether it is a call like those of the application, whose figures count.
    public boolean isPlain() {
        return purpose == Purpose.PLAIN;
    }

    /// Whether its first token was changed, so that nothing of it could be read from a cache.
    public boolean isControl() {
        return purpose == Purpose.CONTROL;
    }
}
