package dev.cachewright.provider.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.wire.AnswerReader;
import dev.cachewright.provider.wire.Dialect;
import dev.cachewright.provider.wire.Failures;
import dev.cachewright.provider.wire.Opened;
import dev.cachewright.provider.wire.Wire;
import java.io.IOException;
import java.time.Duration;

/// Chat Completions and Responses, through openai-java.
public final class OpenAiDialect implements Dialect {

    /// What the SDK requires and the wire replaces.
    private static final String UNUSED = "unused";

    private OpenAIClient client;

    @Override
    public boolean speaks(Api api) {
        return api != Api.MESSAGES;
    }

    /// The parameters only choose the endpoint.
    @Override
    public Opened open(Wire wire, ModelCall call) throws IOException {
        try {
            HttpResponse response = call.api() == Api.CHAT
                    ? openChat(client(wire), call.isStreamed())
                    : openResponses(client(wire), call.isStreamed());
            String type = String.join(", ", response.headers().values("content-type"));
            return new Opened(response.statusCode(), type, response.body(), response::close);
        } catch (OpenAIException e) {
            throw new IOException(e);
        }
    }

    @Override
    public AnswerReader reader(Api api, Failures failures) {
        return api == Api.CHAT ? new ChatReader(failures) : new ResponsesReader(failures);
    }

    @Override
    public String rehearsal() {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private static HttpResponse openChat(OpenAIClient ready, boolean isStreamed) {
        var params = ChatCompletionCreateParams.builder().model(UNUSED).addUserMessage(UNUSED).build();
        var chat = ready.chat().completions().withRawResponse();
        return isStreamed ? chat.createStreaming(params) : chat.create(params);
    }

    private static HttpResponse openResponses(OpenAIClient ready, boolean isStreamed) {
        var params = ResponseCreateParams.builder().model(UNUSED).input(UNUSED).build();
        var responses = ready.responses().withRawResponse();
        return isStreamed ? responses.createStreaming(params) : responses.create(params);
    }

    private synchronized OpenAIClient client(Wire wire) {
        if (client == null) {
            Timeout none = Timeout.builder().connect(wire.connect()).read(Duration.ZERO).write(Duration.ZERO)
                    .request(Duration.ZERO).build();
            client = OpenAIOkHttpClient.builder().baseUrl(wire.baseUrl()).apiKey(UNUSED).maxRetries(0)
                    .logLevel(LogLevel.OFF).disableTelemetry(true).checkJacksonVersionCompatibility(false).timeout(none)
                    .okHttpClient(wire.client()).build();
        }
        return client;
    }
}
