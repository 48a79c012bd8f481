package dev.cachewright.session;

/// How a call ended.
public sealed interface CallResult {

    /// The answer came to its end.
    ///
    /// @param finishReason the server's own word (`stop`, `length`, `completed`)
    /// @param id by which the server knows the answer; empty where it gave none
    /// @param diagnosis what the server itself says of its cache, as JSON; empty where it was not asked or did not say
    record Answered(String finishReason, String id, String diagnosis) implements CallResult {

        /// An answer of which nothing but its end is known.
        public Answered(String finishReason) {
            this(finishReason, "", "");
        }
    }

    /// The user stopped it; what had arrived is kept.
    record Cancelled() implements CallResult {
    }

    /// The server refused it or could not be reached; what had arrived is kept.
    record Failed(Failure failure) implements CallResult {
    }
}
