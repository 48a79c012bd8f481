package dev.cachewright.format.body;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The fields of a request body from which its blocks are taken one by one; what is left are its settings.
final class OtherFields {

    private static final List<String> CALL_FIELDS = List.of("stream", "stream_options");

    private final SequencedMap<String, String> fields;
    private final Api api;
    private final MarkForm markForm;

    OtherFields(SequencedMap<String, String> ofBody, Api api, MarkForm markForm) {
        this.fields = new LinkedHashMap<>(ofBody);
        this.api = api;
        this.markForm = markForm;
        CALL_FIELDS.forEach(fields::remove);
    }

    /// The JSON of a field; nothing where it is `null`.
    Optional<String> take(String name) {
        return Optional.ofNullable(fields.remove(name)).filter(value -> !value.equals("null"));
    }

    /// A field that is no list stays where it is.
    Optional<String> takeList(String name) {
        return RawJson.isArray(fields.getOrDefault(name, "")) ? Optional.of(fields.remove(name)) : Optional.empty();
    }

    /// The output schema with its name, where the body has one in the form of its endpoint.
    Optional<String> takeSchema() {
        if (api == Api.MESSAGES) {
            return Optional.empty();
        }
        String name = api == Api.CHAT ? "response_format" : "text";
        String value = fields.getOrDefault(name, "");
        if (!value.contains("json_schema") || !RawJson.isObject(value)) {
            return Optional.empty();
        }
        SequencedMap<String, String> holder = RawJson.fields(value);
        if (api == Api.CHAT && holder.containsKey("json_schema")) {
            fields.remove(name);
            return Optional.of(holder.get("json_schema"));
        }
        if (api == Api.RESPONSES && holder.size() == 1 && holder.containsKey("format")) {
            fields.remove(name);
            SequencedMap<String, String> format = RawJson.fields(holder.get("format"));
            format.remove("type");
            return Optional.of(RawJson.object(format));
        }
        return Optional.empty();
    }

    /// What is left.
    Settings settings() {
        String model = take("model").flatMap(RawJson::text).orElse("");
        CacheSettings cache = cache();
        var config = new LinkedHashMap<String, String>();
        for (String field : List.copyOf(fields.keySet())) {
            String key = ConfigFields.keyOf(field, api);
            if (!key.isEmpty()) {
                config.put(key, fields.remove(field));
            }
        }
        return new Settings(model, api, config, cache, fields);
    }

    private CacheSettings cache() {
        String key = takeText(fields, "prompt_cache_key");
        String retention = takeText(fields, "prompt_cache_retention");
        if (markForm == MarkForm.CACHE_CONTROL) {
            Optional<String> ttl = Optional.ofNullable(fields.get(markForm.field()))
                    .flatMap(value -> CacheMarks.ttlOf(markForm, value));
            ttl.ifPresent(automatic -> fields.remove(markForm.field()));
            return new CacheSettings(ttl.isPresent() ? CacheFields.AUTOMATIC : "", ttl.orElse(""), key, retention);
        }
        if (!RawJson.isObject(fields.getOrDefault(CacheFields.OPTIONS, ""))) {
            return new CacheSettings("", "", key, retention);
        }
        SequencedMap<String, String> options = RawJson.fields(fields.get(CacheFields.OPTIONS));
        String mode = takeText(options, "mode");
        String ttl = takeText(options, "ttl");
        if (options.isEmpty()) {
            fields.remove(CacheFields.OPTIONS);
        } else {
            fields.put(CacheFields.OPTIONS, RawJson.object(options));
        }
        return new CacheSettings(mode, ttl, key, retention);
    }

    /// A value that is not text stays where it is.
    private static String takeText(SequencedMap<String, String> from, String name) {
        Optional<String> text = Optional.ofNullable(from.get(name)).flatMap(RawJson::text);
        text.ifPresent(taken -> from.remove(name));
        return text.orElse("");
    }
}
