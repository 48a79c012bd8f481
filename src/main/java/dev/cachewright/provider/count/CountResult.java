package dev.cachewright.provider.count;

import dev.cachewright.session.Failure;

/// What became of a question for a count.
public sealed interface CountResult {

    record Counted(ServerCount count) implements CountResult {
    }

    /// The server did not answer, or refused.
    record Failed(Failure failure) implements CountResult {
    }

    /// The server has no way to count this request.
    ///
    /// @param reason in a sentence, with what to do
    record Impossible(String reason) implements CountResult {
    }

    record Cancelled() implements CountResult {
    }
}
