package dev.cachewright.session;

import dev.cachewright.prompt.Api;

/// Where a call went.
///
/// @param profile the profile's name
/// @param model the model id as sent
public record CallTarget(String profile, String model, Api api) {
}
