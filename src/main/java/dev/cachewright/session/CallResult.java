package dev.cachewright.session;

/// How a call ended.
public sealed interface CallResult {

    /// The text that arrived, whole or in part.
    String text();

    /// The answer came to its end.
    ///
    /// @param finishReason the server's own word (`stop`, `length`, `completed`)
    record Answered(String text, String finishReason, Reply reply) implements CallResult {

        /// An answer of which nothing but its text is known.
        public Answered(String text, String finishReason) {
            this(text, finishReason, Reply.none());
        }
    }

    /// The user stopped it; what had arrived is kept.
    record Cancelled(String text) implements CallResult {
    }

    /// The server refused it or could not be reached; what had arrived is kept.
    record Failed(String text, Failure failure) implements CallResult {
    }
}
