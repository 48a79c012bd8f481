package dev.cachewright.analysis;

/// Why a call reads less than the static prefix promises.
public enum MissReason {

    /// It does not: it reads what was promised, or more.
    NONE,
    /// Nothing was sent before.
    COLD,
    /// The static prefix is shorter than the rules ask for.
    BELOW_THRESHOLD,
    /// The text differs from every earlier request within the static prefix.
    PREFIX_CHANGED,
    /// Another model, or another setting that belongs to the prefix.
    SETTING_CHANGED,
    /// Another `prompt_cache_key`.
    KEY_CHANGED,
    /// The entry's time has run out.
    EXPIRED,
    /// Nothing was forecast: the rules of the cache are not known.
    NO_RULES
}
