package dev.cachewright.provider.wire;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.anthropic.MessagesDialect;
import java.util.Locale;

/// The first Messages call of a process, to a simulator in another one: `sdk` or `wire`, the base URL of the simulator.
public final class FirstCallBench {

    private FirstCallBench() {
    }

    public static void main(String[] arguments) {
        String baseUrl = arguments[1];
        long start = System.nanoTime();
        if (arguments[0].equals("sdk")) {
            try (var client = new Sdk(baseUrl)) {
                client.call();
                print(arguments[0], start);
            }
        } else {
            try (var provider = new HttpProvider(Route.direct(baseUrl, Route.KeySlot.optional()), () -> "",
                    new MessagesDialect())) {
                provider.send(new ModelCall(Api.MESSAGES, "{\"model\":\"claude-opus-5\",\"max_tokens\":2,\"messages\":"
                        + "[{\"role\":\"user\",\"content\":\"Hi\"}]}", false), new Cancellation(), event -> {
                            if (event instanceof CallEvent.Failed) {
                                throw new IllegalStateException(event.toString());
                            }
                        });
                print(arguments[0], start);
            }
        }
    }

    private static void print(String name, long start) {
        System.out.printf(Locale.ROOT, "%s %.0f ms%n", name, (System.nanoTime() - start) / 1e6);
    }

    /// Apart, so that its classes are not looked at where it is not used.
    private static final class Sdk implements AutoCloseable {

        private final AnthropicClient client;

        Sdk(String baseUrl) {
            client = AnthropicOkHttpClient.builder().baseUrl(baseUrl.replaceFirst("/v1$", "")).apiKey("unused")
                    .maxRetries(0).build();
        }

        void call() {
            client.messages().create(MessageCreateParams.builder().model("claude-opus-5").maxTokens(2)
                    .addUserMessage("Hi").build());
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
