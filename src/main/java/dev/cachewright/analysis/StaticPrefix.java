package dev.cachewright.analysis;

import dev.cachewright.token.Place;

/// The longest token prefix that every row shares.
///
/// @param tokens its length, frames included
/// @param end where it ends in the prompt
public record StaticPrefix(int tokens, Place end) {
}
