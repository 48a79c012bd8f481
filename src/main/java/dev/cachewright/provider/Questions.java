package dev.cachewright.provider;

/// A server that answers plain questions, reached as for calls: same key, headers, proxy and limits, no redirects.
public interface Questions {

    /// Asks, and returns with the answer; retries nothing.
    Answer ask(Question question, Cancellation cancellation);
}
