package dev.cachewright.provider.wire;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;

/// A server that is none of ours and answers with bodies of real ones, and the client that calls it.
final class RecordedAnswers implements AutoCloseable {

    /// What each answer says.
    static final String TEXT = "Yes, until Friday.";

    private final MockWebServer server = new MockWebServer();
    private final Provider provider;

    RecordedAnswers() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        provider = new HttpProvider(Route.direct(baseUrl(), Route.KeySlot.optional()), () -> "a-key",
                new Dialects(List.of(new OpenAiDialect(), new MessagesDialect())));
    }

    String baseUrl() {
        return server.url("/v1").toString();
    }

    Calls.Heard refuse(Api api, int status, String body) {
        server.enqueue(new MockResponse().setResponseCode(status).setHeader("content-type", "application/json")
                .setBody(body));
        return call(api, true);
    }

    Calls.Heard answer(Api api, String usage, boolean isStreamed) {
        String type = isStreamed ? "text/event-stream" : "application/json";
        server.enqueue(new MockResponse().setHeader("content-type", type)
                .setBody(isStreamed ? stream(api, usage.replace('\n', ' ')) : whole(api, usage)));
        return call(api, isStreamed);
    }

    private Calls.Heard call(Api api, boolean isStreamed) {
        var events = new ArrayList<CallEvent>();
        provider.send(new ModelCall(api, "{\"model\": \"m\"}", isStreamed), new Cancellation(), events::add);
        return new Calls.Heard(events);
    }

    private static String whole(Api api, String usage) {
        return switch (api) {
            case CHAT -> """
                    {"id": "chatcmpl-1", "object": "chat.completion", "created": 1764000000, "model": "m",
                     "choices": [{"index": 0, "message": {"role": "assistant", "content": "%s", "refusal": null},
                       "logprobs": null, "finish_reason": "stop"}], "usage": %s}""".formatted(TEXT, usage);
            case RESPONSES -> """
                    {"id": "resp_1", "object": "response", "status": "completed", "error": null,
                     "incomplete_details": null, "model": "m", "output": [{"id": "msg_1", "type": "message",
                       "status": "completed", "role": "assistant", "content": [{"type": "output_text",
                       "annotations": [], "text": "%s"}]}], "usage": %s}""".formatted(TEXT, usage);
            case MESSAGES -> """
                    {"id": "msg_1", "type": "message", "role": "assistant", "model": "m",
                     "content": [{"type": "text", "text": "%s"}], "stop_reason": "end_turn", "stop_sequence": null,
                     "usage": %s}""".formatted(TEXT, usage);
        };
    }

    private static String stream(Api api, String usage) {
        return switch (api) {
            case CHAT -> data("""
                    {"id": "chatcmpl-1", "object": "chat.completion.chunk", "choices": [{"index": 0, "delta": \
                    {"role": "assistant", "content": "%s"}, "finish_reason": null}], "usage": null}""".formatted(TEXT))
                    + data("""
                            {"id": "chatcmpl-1", "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}""")
                    + data("{\"id\": \"chatcmpl-1\", \"choices\": [], \"usage\": " + usage + "}") + data("[DONE]");
            case RESPONSES -> data("{\"type\": \"response.created\", \"response\": {\"id\": \"resp_1\", \"status\": "
                    + "\"in_progress\", \"output\": [], \"usage\": null}}")
                    + data("{\"type\": \"response.output_text.delta\", \"delta\": \"" + TEXT + "\"}")
                    + data("{\"type\": \"response.completed\", \"response\": " + whole(api, usage).replace('\n', ' ')
                            + "}");
            case MESSAGES -> data("{\"type\": \"message_start\", \"message\": {\"id\": \"msg_1\", \"content\": [], "
                    + "\"usage\": {\"input_tokens\": 1, \"output_tokens\": 1}}}")
                    + data("{\"type\": \"content_block_start\", \"index\": 0, \"content_block\": {\"type\": \"text\", "
                            + "\"text\": \"\"}}")
                    + data("{\"type\": \"content_block_delta\", \"index\": 0, \"delta\": {\"type\": \"text_delta\", "
                            + "\"text\": \"" + TEXT + "\"}}")
                    + data("{\"type\": \"content_block_stop\", \"index\": 0}")
                    + data("{\"type\": \"message_delta\", \"delta\": {\"stop_reason\": \"end_turn\"}, \"usage\": "
                            + usage + "}")
                    + data("{\"type\": \"message_stop\"}");
        };
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }

    @Override
    public void close() {
        provider.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
