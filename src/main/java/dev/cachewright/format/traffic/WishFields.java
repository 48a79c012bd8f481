package dev.cachewright.format.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.CacheSettings;

/// What the fields of a body ask of the cache.
final class WishFields {

    private WishFields() {
    }

    /// @param raw the value of the field as JSON
    static CacheSettings with(CacheSettings wishes, String field, String raw) {
        return switch (field) {
            case "prompt_cache_key" -> wishes.withKey(text(raw));
            case "prompt_cache_retention" -> wishes.withRetention(text(raw));
            case "prompt_cache_options" -> {
                JsonNode options = RawJson.tree(raw);
                yield wishes.withMode(options.path("mode").asText("")).withTtl(options.path("ttl").asText(""));
            }
            case "cache_control" -> wishes.withMode("automatic").withTtl(RawJson.tree(raw).path("ttl").asText(""));
            default -> wishes;
        };
    }

    private static String text(String raw) {
        return RawJson.text(raw).orElse("");
    }
}
