package dev.cachewright.provider;

import dev.cachewright.session.Failure;

/// What became of a [Question].
public sealed interface Answer {

    /// The server's answer, without the key where it repeats it.
    record Given(String text) implements Answer {
    }

    /// There is none, or it is a refusal.
    record Failed(Failure failure) implements Answer {
    }

    /// It was cancelled from our side.
    record Cancelled() implements Answer {
    }
}
