package dev.cachewright.gate;

import dev.cachewright.format.json.JsonPlaces;
import java.util.List;
import java.util.Map;

/// Under which keys a setting stands: `cache.key` is `cachewright.cache` → `key` in front matter, and
/// `prompt_cache_key` in a request body.
final class SettingKeys {

    private static final Map<String, String> OWN = Map.of("cache", "cachewright.cache", "extra", "cachewright.request",
            "api", "cachewright.api", "values", "cachewright.values", "tools", "cachewright.tools", "schema",
            "cachewright.schema");
    /// The places in the bodies of the APIs; the first that is there is meant.
    private static final Map<String, List<String>> IN_BODY = Map.of("cache.key", List.of("/prompt_cache_key"),
            "cache.retention", List.of("/prompt_cache_retention"), "cache.mode",
            List.of("/prompt_cache_options/mode", "/prompt_cache_options", "/cache_control"), "cache.ttl",
            List.of("/prompt_cache_options/ttl", "/cache_control/ttl", "/prompt_cache_options", "/cache_control"));

    private SettingKeys() {
    }

    static List<String> inFrontMatter(String field) {
        int dot = field.indexOf('.');
        String first = dot < 0 ? field : field.substring(0, dot);
        String key = OWN.getOrDefault(first, first);
        return dot < 0 ? List.of(key) : List.of(key, field.substring(dot + 1));
    }

    /// The pointer to what is nearest to a setting; that of the whole body where it has nothing like it.
    static String inBody(String field, String json) {
        String name = field.substring(field.indexOf('.') + 1);
        return IN_BODY.getOrDefault(field, List.of("/" + name)).stream()
                .filter(pointer -> JsonPlaces.raw(json, pointer).isPresent()).findFirst().orElse("");
    }
}
