package dev.cachewright.provider.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the answers of one endpoint, piece by piece or whole.
public interface AnswerReader {

    /// Reads one event of a stream.
    ///
    /// @param json its exact text
    /// @return the end of the call, where this event is it
    Optional<CallEvent.End> event(JsonNode event, String json, Consumer<CallEvent> deltas);

    /// The end of the call where the stream ends without another event.
    Optional<CallEvent.End> atEndOfStream();

    /// Reads an answer that came in one piece.
    ///
    /// @throws InputException where it is not an answer of this endpoint
    CallEvent.End whole(JsonNode answer, String json, Consumer<CallEvent> deltas);

    /// The usage that has been reported so far, as JSON text; empty where none has.
    String usage();

    /// Whether a part of an answer has been read.
    boolean hasBegun();

    /// The exact text of a field of `json`, whatever it is; what was known `before` where there is none.
    static String fieldIn(JsonNode node, String json, String name, String before) {
        return node.hasNonNull(name) ? RawJson.fields(json).get(name) : before;
    }

    static InputException noAnswer() {
        return new InputException("This is not an answer of a model", 0, 0);
    }

    static void delta(String text, Consumer<CallEvent> deltas) {
        if (!text.isEmpty()) {
            deltas.accept(new CallEvent.Delta(text));
        }
    }
}
