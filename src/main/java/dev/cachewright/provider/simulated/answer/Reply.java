package dev.cachewright.provider.simulated.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// Takes the answer to one request.
public interface Reply {

    /// The answer that is given in place of this one: the same, unless the server is told to fail.
    Answer given(Answer answer);

    void json(ObjectNode body) throws IOException;

    /// Begins an event stream; its status is sent at once.
    Events stream() throws IOException;

    /// Server-sent events, each on the wire before the next is made.
    interface Events {

        /// An event without a name.
        void data(ObjectNode data) throws IOException;

        void event(String name, ObjectNode data) throws IOException;

        /// A last word that is not JSON.
        void last(String word) throws IOException;
    }
}
