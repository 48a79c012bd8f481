package dev.cachewright.recorder.http;

/// Is told what passes, on the threads that pass it on: returns at once.
public interface Watcher {

    /// A request has come.
    ///
    /// @param target path and query, as its server knows them
    /// @param nanos when its first byte came, by the steady clock
    Tap begin(Route route, String method, String target, HttpHead head, long nanos);
}
