package dev.cachewright.cache.state;

/// A setting that belongs to the prefix, in the order in which vendors name the first one that changed.
public enum Setting {

    MODEL("model"),
    KEY("prompt_cache_key"),
    SERVICE_TIER("service_tier"),
    PARALLEL_TOOL_CALLS("parallel_tool_calls"),
    TEXT_FORMAT("text.format"),
    REASONING_EFFORT("reasoning.effort"),
    VERBOSITY("text.verbosity"),
    CONTEXT_MANAGEMENT("context_management"),
    WEB_SEARCH("web_search"),
    WEB_FETCH("web_fetch"),
    CITATIONS("citations"),
    SPEED("speed"),
    TOOL_CHOICE("tool_choice"),
    IMAGES("images"),
    THINKING("thinking"),
    EFFORT("output_config.effort");

    private final String path;

    Setting(String path) {
        this.path = path;
    }

    /// The field of the body that sets it, or the trait of the content.
    public String path() {
        return path;
    }
}
