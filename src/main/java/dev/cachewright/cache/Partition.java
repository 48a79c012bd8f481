package dev.cachewright.cache;

/// The settings outside the tokens that separate caches: requests of different partitions never share.
///
/// @param key `prompt_cache_key`; empty where none is sent
public record Partition(String model, String key) {
}
