package dev.cachewright.token.request;

/// Where the part of one block in its request ends.
///
/// @param message the number of the message in its request, tools and schema included, from 0 on
/// @param isLast whether nothing of the message follows
/// @param position counted tokens up to here, without the frame that closes the message
public record BlockEnd(String blockId, int message, boolean isLast, int position) {
}
