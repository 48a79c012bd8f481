package dev.cachewright.format.body;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The fields of a request that control the cache.
final class CacheFields {

    static final String OPTIONS = SentRequest.OPTIONS;
    static final String AUTOMATIC = "automatic";

    private final MarkForm form;
    private final CacheSettings sent;
    private final Map<String, String> ttls;
    /// `prompt_cache_options` without mode and ttl, as it is in the prompt; empty where there is none.
    private final String otherOptions;

    CacheFields(Request request) {
        form = MarkForm.of(request.settings());
        sent = request.settings().cache();
        ttls = request.breakpoints().stream().collect(Collectors.toMap(Breakpoint::blockId, Breakpoint::ttl));
        otherOptions = request.settings().extra().getOrDefault(OPTIONS, "");
    }

    /// The value of the marker after a block; nothing where none is sent.
    Optional<String> marker(String blockId) {
        return Optional.ofNullable(ttls.get(blockId))
                .map(ttl -> CacheMarks.value(form,
                        ttl.isEmpty() && form == MarkForm.CACHE_CONTROL ? sent.ttl() : ttl));
    }

    /// The top-level fields.
    SequencedMap<String, String> ofRequest() {
        var fields = new LinkedHashMap<String, String>();
        String options = options();
        if (!options.isEmpty()) {
            fields.put(OPTIONS, options);
        }
        if (form == MarkForm.CACHE_CONTROL) {
            if (sent.mode().equals(AUTOMATIC)) {
                fields.put(form.field(), CacheMarks.value(form, sent.ttl()));
            }
            return fields;
        }
        put(fields, "prompt_cache_key", sent.key());
        put(fields, "prompt_cache_retention", sent.retention());
        return fields;
    }

    private String options() {
        if (!otherOptions.isEmpty() && !RawJson.isObject(otherOptions)) {
            return otherOptions;
        }
        var options = new LinkedHashMap<String, String>();
        if (form == MarkForm.BREAKPOINT) {
            put(options, "mode", sent.mode());
            put(options, "ttl", sent.ttl());
        }
        if (!otherOptions.isEmpty()) {
            RawJson.fields(otherOptions).forEach(options::putIfAbsent);
        }
        return options.isEmpty() ? "" : RawJson.object(options);
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, RawJson.quote(value));
        }
    }
}
