package dev.cachewright.provider;

import dev.cachewright.session.Failure;

/// What happens during a call, in order: the request went out, an answer began, any number of deltas, then one end. A
/// call that fails before it went out has its end alone.
public sealed interface CallEvent {

    /// The whole request has gone out.
    record Sent() implements CallEvent {
    }

    /// The first byte of an answer is here.
    record Began() implements CallEvent {
    }

    /// More text of the answer.
    record Delta(String text) implements CallEvent {
    }

    /// The end of a call; nothing follows.
    sealed interface End extends CallEvent {
    }

    /// The answer came to its end.
    ///
    /// @param finishReason the server's own word
    /// @param usage the server's usage object as JSON text; empty where it sent none
    record Completed(String finishReason, String usage, Reply reply) implements End {

        /// An answer of which nothing but its text is known.
        public Completed(String finishReason, String usage) {
            this(finishReason, usage, Reply.none());
        }
    }

    /// It was cancelled from our side.
    ///
    /// @param usage what the server had reported by then, as JSON text; empty where it had not
    record Cancelled(String usage) implements End {

        /// Before anything was reported.
        public Cancelled() {
            this("");
        }
    }

    /// It failed.
    ///
    /// @param usage what the server had reported by then, as JSON text; empty where it had not
    record Failed(Failure failure, String usage) implements End {

        /// Before anything was reported.
        public Failed(Failure failure) {
            this(failure, "");
        }
    }
}
