package dev.cachewright.session;

/// A part of a request body that is rendered content of one block.
///
/// @param block the block's id
/// @param start the first unit of the block's rendered content that is here, in UTF-16 units
/// @param offset of its first character in the body
/// @param length in characters of the body
/// @param isQuoted whether it is inside a JSON string, so that its characters are escaped, rather than JSON itself
/// @param isValue whether it is from the value of a variable
public record SentBlock(String block, int start, int offset, int length, boolean isQuoted, boolean isValue) {
}
