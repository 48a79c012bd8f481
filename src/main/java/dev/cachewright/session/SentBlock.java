package dev.cachewright.session;

/// Where a part of a block stands in a request body.
///
/// @param block the block's id
/// @param start where the part begins in the block's template, in UTF-16 units; for a value, where its tag begins
/// @param offset of its first character in the body, in UTF-16 units
/// @param length in the body
/// @param isQuoted whether it is within a JSON string, and escaped as such
/// @param isValue whether it comes from a variable's value rather than from the author's text
public record SentBlock(String block, int start, int offset, int length, boolean isQuoted, boolean isValue) {
}
