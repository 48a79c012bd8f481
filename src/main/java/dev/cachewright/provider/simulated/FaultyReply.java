package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Reply;
import dev.cachewright.provider.simulated.claude.ClaudeForm;
import dev.cachewright.provider.simulated.openai.OpenAiForm;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;

/// Gives an answer with something wrong in what it says; what is wrong on the wire, wires do.
///
/// @param form whose errors a stream ends with
record FaultyReply(Reply reply, Fault fault, Form form) implements Reply {

    private static final int LARGE = 1 << 20;
    private static final int LARGE_ONES = 3;
    private static final Set<String> LAST = Set.of("message_stop", "response.completed", "response.incomplete");

    /// Ends an answer before its end.
    static final class Ended extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public Answer given(Answer answer) {
        return switch (fault) {
            case LARGE_DELTAS -> answer.saying(Collections.nCopies(LARGE_ONES, "0123456789abcdef".repeat(LARGE >> 4)));
            // Letters of two, three and four bytes.
            case CUT_CHARACTERS -> answer.saying(answer.deltas().stream()
                    .map(text -> text.replace("e", "é").replace("o", "文").replace("t", "😀")).toList());
            default -> answer;
        };
    }

    @Override
    public void json(ObjectNode body) throws IOException {
        if (fault == Fault.STREAM_ERROR) {
            throw ApiError.internal();
        }
        reply.json(UsageFault.in(body, fault));
    }

    @Override
    public Events stream() throws IOException {
        return new FaultyEvents(reply.stream());
    }

    /// The events of one stream.
    private final class FaultyEvents implements Events {

        private final Events events;
        private int number;

        private FaultyEvents(Events events) {
            this.events = events;
        }

        @Override
        public void data(ObjectNode data) throws IOException {
            if (isOver("")) {
                events.data(OpenAiForm.error(ApiError.internal()));
                throw new Ended();
            }
            events.data(UsageFault.in(data, fault));
        }

        @Override
        public void event(String name, ObjectNode data) throws IOException {
            if (isOver(name)) {
                events.event("error", form == Form.CLAUDE
                        ? ClaudeForm.errorEvent(ApiError.failed(529, "Overloaded"))
                        : OpenAiForm.errorEvent(ApiError.internal(), number - 1));
                throw new Ended();
            }
            events.event(name, UsageFault.in(data, fault));
        }

        @Override
        public void last(String word) throws IOException {
            if (fault == Fault.STREAM_ERROR) {
                number = OddWires.FIRST_EVENTS;
                data(JsonNodeFactory.instance.objectNode());
            }
            events.last(word);
        }

        private boolean isOver(String name) {
            return fault == Fault.STREAM_ERROR && (number++ >= OddWires.FIRST_EVENTS || LAST.contains(name));
        }
    }
}
