package dev.cachewright.token.request;

/// The tokens of one block in its request.
///
/// @param tokens how many tokens the block adds to the request, frame and overhead included
/// @param cumulative tokens of the request up to the end of the block
public record TokenSpan(String blockId, int tokens, int cumulative) {
}
