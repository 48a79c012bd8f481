package dev.cachewright.recorder.http;

import java.io.IOException;

/// Is told of one request and its answer, on the threads that pass them on: returns at once. The two sides come from
/// different threads, and an answer may begin before its request has gone out. Times are of the steady clock, in
/// nanoseconds.
public interface Tap {

    /// More content of the request.
    ///
    /// @param bytes to be copied
    void request(byte[] bytes, int from, int to);

    /// All of the request has gone out.
    void sent(long nanos);

    /// The head of the answer is here.
    ///
    /// @param nanos when its first byte came
    void answered(int status, HttpHead head, long nanos);

    /// More content of the answer.
    ///
    /// @param bytes to be copied
    void answer(byte[] bytes, int from, int to, long nanos);

    /// Nothing follows.
    void ended(Ending ending, long nanos);

    /// How an exchange ended.
    sealed interface Ending {

        /// With the end of its answer.
        record Whole() implements Ending {
        }

        /// The client left before.
        record ClientLeft() implements Ending {
        }

        /// The server ended the connection before.
        record Cut() implements Ending {
        }

        /// What the server sent is not HTTP.
        record Garbage() implements Ending {
        }

        /// The server could not be reached.
        record Unreached(IOException cause) implements Ending {
        }
    }
}
