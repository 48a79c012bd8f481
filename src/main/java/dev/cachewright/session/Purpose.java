package dev.cachewright.session;

/// What a call was made for.
public enum Purpose {

    /// A call like those of the application: it counts.
    PLAIN,
    /// Its first token was changed, so that nothing of it could be read from a cache.
    CONTROL,
    /// The call before it again, with next to no answer, so that what it stored is kept.
    PING
}
