package dev.cachewright.analysis;

import dev.cachewright.token.request.Place;

/// The longest token prefix that every row shares.
///
/// @param tokens its length, frames included
/// @param end where it ends in the prompt
/// @param stable how many of its tokens stay whatever values rows that are not loaded have
public record StaticPrefix(int tokens, Place end, int stable) {
}
