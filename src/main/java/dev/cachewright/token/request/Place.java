package dev.cachewright.token.request;

/// A place in a block's template.
///
/// @param offset in UTF-16 units, from 0 to the length of the template
public record Place(String blockId, int offset) {
}
