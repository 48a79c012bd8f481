package dev.cachewright.cache;

/// Why a call reads less than its static prefix promises, or nothing is promised.
public enum MissReason {

    /// There is no miss: the call reads what was promised, or more.
    NONE,
    /// Nothing was sent before.
    COLD,
    /// The static prefix is shorter than the rules ask for.
    BELOW_THRESHOLD,
    /// The server caches nothing.
    NO_CACHING,
    /// No prefix that can be read ends within the static one: no breakpoint, or only after what changes.
    NO_BREAKPOINT,
    /// The provider refuses a request like this.
    REFUSED,
    /// The text differs from every earlier request within the static prefix.
    PREFIX_CHANGED,
    /// Earlier requests had the same text, but did not store it up to a breakpoint that this one looks at.
    NOT_WRITTEN,
    /// The model differs, or another setting that belongs to the prefix.
    SETTING_CHANGED,
    /// The `prompt_cache_key` differs.
    KEY_CHANGED,
    /// What was stored has expired.
    EXPIRED,
    /// An earlier request stores it, but its answer had not begun.
    TOO_EARLY,
    /// Nothing was forecast: the rules of the cache are not known.
    NO_RULES
}
