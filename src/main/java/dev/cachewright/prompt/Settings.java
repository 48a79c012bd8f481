package dev.cachewright.prompt;

import java.util.SequencedMap;

/// The request settings of a prompt.
///
/// @param model the model id as sent, without a provider prefix; empty where the file names none
/// @param config Dotprompt's `config` by key, each value as JSON text (`temperature`, `maxOutputTokens`, …)
/// @param extra fields of the request body that Cachewright does not know, by name, each value as JSON text; they
/// are sent as they are
public record Settings(String model, Api api, SequencedMap<String, String> config, CacheSettings cache,
        SequencedMap<String, String> extra) {

    public Settings {
        config = Attributes.copyOf(config);
        extra = Attributes.copyOf(extra);
    }

    public static Settings of(String model, Api api) {
        return new Settings(model, api, Attributes.none(), CacheSettings.none(), Attributes.none());
    }

    public Settings withModel(String newModel) {
        return new Settings(newModel, api, config, cache, extra);
    }

    public Settings withApi(Api newApi) {
        return new Settings(model, newApi, config, cache, extra);
    }

    public Settings withConfig(SequencedMap<String, String> newConfig) {
        return new Settings(model, api, newConfig, cache, extra);
    }

    public Settings withExtra(SequencedMap<String, String> newExtra) {
        return new Settings(model, api, config, cache, newExtra);
    }

    public Settings withCache(CacheSettings newCache) {
        return new Settings(model, api, config, newCache, extra);
    }
}
