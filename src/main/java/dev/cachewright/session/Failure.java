package dev.cachewright.session;

/// Why a call failed, as a kind that `words` turns into a message and advice. Never holds the key.
public sealed interface Failure {

    /// The HTTP status; 0 where there was no answer.
    int status();

    /// Whether it is the answer that failed, after the server had accepted the call: the next may be answered well.
    default boolean isOfAnswer() {
        return switch (this) {
            case Known known -> switch (known.kind()) {
                case FELL_SILENT, TOOK_TOO_LONG, TOO_MUCH, CUT_OFF, NO_ANSWER, NOT_AN_ANSWER, ERROR_IN_ANSWER -> true;
                default -> false;
            };
            case Worded _ -> false;
        };
    }

    /// A failure of a kind that is known.
    ///
    /// @param said the server's own words, or those of the connection that broke; empty where there are none
    /// @param retryAfterSeconds how long the server asks to wait; 0 where it does not say
    record Known(Kind kind, int status, String said, Server server, long retryAfterSeconds) implements Failure {
    }

    /// A failure in a session of an earlier version, which kept its words and no kind.
    ///
    /// @param message the server's own words, or what went wrong on the way
    /// @param advice what to do next
    record Worded(int status, String message, String advice) implements Failure {
    }

    /// The server of the call, as people know it.
    ///
    /// @param address its base URL, or the name of its profile
    /// @param keyVariable the environment variable that holds its key
    record Server(String address, String keyVariable) {
    }

    /// What went wrong.
    enum Kind {
        /// There is no key to send.
        NO_KEY,
        /// The key has characters that cannot be sent.
        UNUSABLE_KEY,
        /// The server does not have the API that the prompt is written for.
        UNSUPPORTED_API,
        /// No server is known by this name.
        UNKNOWN_HOST,
        /// Nothing accepts connections at this address.
        UNREACHABLE,
        /// The connection could not be secured.
        NOT_SECURE,
        /// The certificate of the server is not one that is trusted here.
        UNTRUSTED,
        /// The proxy on the way does not let calls through.
        PROXY_REFUSED,
        /// The connection broke before an answer began.
        BROKEN_OFF,
        /// Nothing came back for as long as a call is waited for.
        SILENT,
        /// The server began to answer and was silent for too long.
        FELL_SILENT,
        /// The answer took longer than a call is waited for.
        TOOK_TOO_LONG,
        /// The answer did not seem to end.
        TOO_MUCH,
        /// The connection was closed before the answer ended.
        CUT_OFF,
        /// The provider ended the call without an answer.
        NO_ANSWER,
        /// The answer is not in the form of this API.
        NOT_AN_ANSWER,
        /// The server reported an error after it had begun to answer.
        ERROR_IN_ANSWER,
        /// The server does not accept the request.
        REQUEST_REFUSED,
        /// The request is longer than the model or the server accepts.
        TOO_LONG,
        /// The server wants a key, and was sent none.
        KEY_WANTED,
        /// The server does not accept the key.
        KEY_REFUSED,
        /// The key may not do this.
        FORBIDDEN,
        /// The account has no credit left.
        QUOTA_EXHAUSTED,
        /// The server has no such model.
        MODEL_NOT_FOUND,
        /// The server has no such model or path.
        NOT_FOUND,
        /// There were too many calls or tokens in too short a time.
        RATE_LIMITED,
        /// The server itself took too long.
        SERVER_TIMEOUT,
        /// The server has a problem.
        SERVER_ERROR,
        /// The server refused for another reason, which its status names.
        REFUSED
    }
}
