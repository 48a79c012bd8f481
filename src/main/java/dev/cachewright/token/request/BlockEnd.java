package dev.cachewright.token.request;

import java.util.OptionalInt;

/// Where the part of one block in its request ends, or an inner part of it: a content block of an item, a tool.
///
/// @param message the number of the message in its request, tools and schema included, from 0 on
/// @param part the number of the inner part in its item, from 0 on; empty for the end of the block
/// @param isLast whether nothing of the message follows
/// @param position counted tokens up to here, without the frame that closes the message
public record BlockEnd(String blockId, int message, OptionalInt part, boolean isLast, int position) {

    BlockEnd(String blockId, int message, boolean isLast, int position) {
        this(blockId, message, OptionalInt.empty(), isLast, position);
    }
}
