package dev.cachewright.format.file;

import dev.cachewright.prompt.Block;

/// A block as a file has it.
///
/// @param block as it was read
/// @param head the exact characters before its text: role tags and the block mark; empty for a block without marks
/// @param text the exact characters of its text
/// @param startsMessage whether its head holds a role tag
record SourceBlock(Block block, String head, String text, boolean startsMessage) {
}
