package dev.cachewright.gate;

/// Where in a prompt a hint is.
///
/// @param blockId the block; empty where a setting is meant
/// @param field the setting, such as `cache.key`; empty where a block is meant
public record Spot(String blockId, int start, int end, String field, String text) {
}
