package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.inputtokens.InputTokenCountParams;
import dev.cachewright.provider.Simulators;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// OpenAI's own client, as anyone would use it, against the simulator.
class OpenAiClientTest {

    @Test
    void chatCompletionIsReadByTheTypedClient() {
        try (var server = Simulators.start()) {
            OpenAIClient client = client(server, "any");
            client.chat().completions().create(chat("gpt-5.4"));
            ChatCompletion completion = client.chat().completions().create(chat("gpt-5.4")).validate();

            var usage = completion.usage().orElseThrow();
            long input = usage.promptTokens();
            assertThat(completion.choices().getFirst().message().content().orElse("")).isNotEmpty();
            assertThat(usage.promptTokensDetails().orElseThrow().cachedTokens()).contains(input / 128 * 128);
            assertThat(usage.totalTokens()).isEqualTo(input + usage.completionTokens());
            client.close();
        }
    }

    @Test
    void chatStreamIsReadByTheTypedClient() {
        try (var server = Simulators.start()) {
            OpenAIClient client = client(server, "any");
            var params = chat("gpt-4o").toBuilder().streamOptions(ChatCompletionStreamOptions.builder().includeUsage(
                    true).build()).build();
            List<ChatCompletionChunk> chunks;
            try (var stream = client.chat().completions().createStreaming(params)) {
                chunks = stream.stream().map(ChatCompletionChunk::validate).toList();
            }

            String text = chunks.stream().flatMap(chunk -> chunk.choices().stream()).flatMap(
                    choice -> choice.delta().content().stream()).collect(Collectors.joining());
            assertThat(text).isEqualTo(client.chat().completions().create(chat("gpt-4o")).choices().getFirst()
                    .message().content().orElseThrow());
            assertThat(chunks.getLast().usage().orElseThrow().promptTokens()).isPositive();
            client.close();
        }
    }

    @Test
    void responseIsReadByTheTypedClient() {
        try (var server = Simulators.start()) {
            OpenAIClient client = client(server, "any");
            client.responses().create(response("gpt-5.4"));
            Response response = client.responses().create(response("gpt-5.4")).validate();

            var usage = response.usage().orElseThrow();
            assertThat(usage.inputTokensDetails().cachedTokens()).isEqualTo(usage.inputTokens() / 128 * 128);
            assertThat(usage.inputTokensDetails().cacheWriteTokens()).isZero();
            assertThat(usage.outputTokensDetails().reasoningTokens()).isZero();
            assertThat(response.output().getFirst().asMessage().content().getFirst().asOutputText().text())
                    .isNotEmpty();
            var count = client.responses().inputTokens().count(InputTokenCountParams.builder().model("gpt-5.4").input(
                    Simulators.LONG).build());
            assertThat(count.inputTokens()).isEqualTo(usage.inputTokens());
            client.close();
        }
    }

    @Test
    void responseStreamIsReadByTheTypedClient() {
        try (var server = Simulators.start()) {
            OpenAIClient client = client(server, "any");
            List<ResponseStreamEvent> events;
            try (var stream = client.responses().createStreaming(response("gpt-4o"))) {
                events = stream.stream().map(ResponseStreamEvent::validate).toList();
            }

            assertThat(events.stream().anyMatch(ResponseStreamEvent::isOutputTextDelta)).isTrue();
            Response completed = events.getLast().asCompleted().response();
            assertThat(completed.usage().orElseThrow().inputTokens()).isPositive();
            client.close();
        }
    }

    @Test
    void modelsAreListedByTheTypedClient() {
        try (var server = Simulators.start()) {
            OpenAIClient client = client(server, "any");

            assertThat(client.models().list().data()).anyMatch(model -> model.validate().id().equals("gpt-5.4"));
            assertThat(client.models().retrieve("gpt-4o").id()).isEqualTo("gpt-4o");
            client.close();
        }
    }

    @Test
    void refusalsHaveTheTypesOfTheClient() {
        var options = Simulators.quick().withApiKey("right").withRequestsPerMinute(2);
        try (var server = Simulators.start(options)) {
            OpenAIClient wrong = client(server, "wrong");
            OpenAIClient client = client(server, "right");

            assertThatThrownBy(() -> wrong.models().list()).isInstanceOfSatisfying(UnauthorizedException.class,
                    e -> assertThat(e.code()).contains("invalid_api_key"));
            assertThatThrownBy(() -> client.responses().create(response("gpt-9"))).isInstanceOfSatisfying(
                    NotFoundException.class, e -> assertThat(e.code()).contains("model_not_found"));
            assertThatThrownBy(() -> client.chat().completions().create(ChatCompletionCreateParams.builder().model(
                    "gpt-4o").messages(List.of()).build())).isInstanceOf(BadRequestException.class);
            assertThatThrownBy(() -> client.responses().create(response("gpt-4o"))).isInstanceOfSatisfying(
                    RateLimitException.class, e -> assertThat(e.headers().values("retry-after")).hasSize(1));
            wrong.close();
            client.close();
        }
    }

    private static OpenAIClient client(SimulatedServer server, String key) {
        return OpenAIOkHttpClient.builder().baseUrl(server.baseUrl()).apiKey(key).maxRetries(0).logLevel(LogLevel.OFF)
                .build();
    }

    private static ChatCompletionCreateParams chat(String model) {
        return ChatCompletionCreateParams.builder().model(model).addSystemMessage(Simulators.LONG).addUserMessage("Hi")
                .build();
    }

    private static ResponseCreateParams response(String model) {
        return ResponseCreateParams.builder().model(model).input(Simulators.LONG).build();
    }
}
