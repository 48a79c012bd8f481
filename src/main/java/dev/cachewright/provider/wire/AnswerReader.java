package dev.cachewright.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the answers of one endpoint, piece by piece or whole.
interface AnswerReader {

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

    /// The exact text of the usage in `json`, whatever it is; empty where there is none.
    static String usageIn(JsonNode node, String json) {
        return node.hasNonNull("usage") ? RawJson.fields(json).get("usage") : "";
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
