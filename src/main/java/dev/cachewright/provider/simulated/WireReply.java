package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Writes the answer to one request.
///
/// @param requestId in the header of each answer, and in errors of Anthropic's
record WireReply(Wire wire, Form form, String requestId) implements Reply {

    @Override
    public Answer given(Answer answer) {
        return answer;
    }

    @Override
    public void json(ObjectNode body) throws IOException {
        send(200, body, Map.of());
    }

    void error(ApiError error) throws IOException {
        send(error.status(), form.error(error, requestId), error.headers());
    }

    @Override
    public Events stream() throws IOException {
        wire.begin(200, headers("text/event-stream; charset=utf-8", Map.of("cache-control", "no-cache")),
                Wire.STREAMED);
        return new WireEvents(wire);
    }

    private void send(int status, ObjectNode body, Map<String, String> more) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        wire.begin(status, headers("application/json", more), bytes.length);
        wire.write(bytes);
    }

    private Map<String, String> headers(String type, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("content-type", type);
        headers.put(form.idHeader(), requestId);
        return headers;
    }

    /// Server-sent events on a wire.
    private record WireEvents(Wire wire) implements Events {

        @Override
        public void data(ObjectNode data) throws IOException {
            last(data.toString());
        }

        @Override
        public void event(String name, ObjectNode data) throws IOException {
            write("event: " + name + "\ndata: " + data + "\n\n");
        }

        @Override
        public void last(String word) throws IOException {
            write("data: " + word + "\n\n");
        }

        private void write(String event) throws IOException {
            wire.write(event.getBytes(StandardCharsets.UTF_8));
        }
    }
}
