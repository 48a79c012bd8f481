package dev.cachewright.prompt;

/// What a prompt asks of the provider's cache; an empty string leaves the field out.
///
/// @param mode `implicit` or `explicit` (breakpoint models only)
/// @param ttl how long an entry is kept, in the provider's own word (`30m`, `12h`, `5m`, `1h`)
/// @param key `prompt_cache_key`, at most 64 characters
/// @param retention `prompt_cache_retention` of models before gpt-5.6: `in_memory` or `24h`
public record CacheSettings(String mode, String ttl, String key, String retention) {

    private static final CacheSettings NONE = new CacheSettings("", "", "", "");

    public static CacheSettings none() {
        return NONE;
    }

    public CacheSettings withMode(String newMode) {
        return new CacheSettings(newMode, ttl, key, retention);
    }

    public CacheSettings withTtl(String newTtl) {
        return new CacheSettings(mode, newTtl, key, retention);
    }

    public CacheSettings withRetention(String newRetention) {
        return new CacheSettings(mode, ttl, key, newRetention);
    }

    public CacheSettings withKey(String newKey) {
        return new CacheSettings(mode, ttl, newKey, retention);
    }
}
