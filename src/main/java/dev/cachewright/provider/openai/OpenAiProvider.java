package dev.cachewright.provider.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.session.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/// Calls OpenAI, or a server that speaks its API, at one base URL.
///
/// Safe for calls from several threads at once. The first call builds the client, unless [#warmUp] did.
public final class OpenAiProvider implements Provider {

    /// Sent as the key to servers that need none; the SDK requires one.
    public static final String NO_KEY = "none";

    /// The environment variable in which OpenAI's own clients look for the key.
    public static final String KEY_VARIABLE = "OPENAI_API_KEY";

    static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String UNUSED = "";

    private final String baseUrl;
    private final Supplier<String> key;
    private final Extras extras;
    private final Wire wire = new Wire();
    private OpenAIClient client;
    private Failures failures;

    /// @param baseUrl including `/v1`
    /// @param key asked for once, when the client is built; empty where there is none, and calls fail with advice
    /// @throws ProviderException where `baseUrl` is not a base URL
    public OpenAiProvider(String baseUrl, Supplier<String> key) {
        this(baseUrl, key, Extras.none());
    }

    /// @param extras headers, proxy and time to connect; body and other times are the caller's
    /// @throws ProviderException where `baseUrl` is not a base URL
    public OpenAiProvider(String baseUrl, Supplier<String> key, Extras extras) {
        this.baseUrl = BaseUrl.checked(baseUrl);
        this.key = key;
        this.extras = extras;
    }

    @Override
    public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
        Optional<OpenAIClient> ready = client();
        if (call.api() == Api.MESSAGES) {
            events.accept(failures.unsupported());
        } else if (ready.isEmpty()) {
            events.accept(failures.noKey());
        } else {
            Exchange exchange = Exchange.of(call.body(), () -> events.accept(new CallEvent.Sent()));
            cancellation.onCancel(exchange::cancel);
            exchange(ready.get(), call, exchange, failures.masked(events));
        }
    }

    @Override
    public void warmUp() {
        client().ifPresent(ready -> {
            exchange(ready, new ModelCall(Api.CHAT, "", true), Exchange.rehearsal(), _ -> {
            });
        });
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    @Override
    public String toString() {
        return "OpenAiProvider[" + baseUrl + "]";
    }

    private void exchange(OpenAIClient ready, ModelCall call, Exchange exchange,
            Consumer<CallEvent> events) {
        AnswerReader reader = call.api() == Api.CHAT ? new ChatReader(failures) : new ResponsesReader(failures);
        try (Deadline deadline = Deadline.start(call.limits(), exchange);
                HttpResponse response = wire.during(exchange, () -> open(ready, call))) {
            // Before the close, which may wait for what the server still sends.
            events.accept(read(response, new Hearing(reader, deadline), exchange, events));
        } catch (OpenAIServiceException e) {
            events.accept(failures.refused(e.statusCode(), exchange.errorBody(), RetryAfter.seconds(e.headers())));
        } catch (OpenAIException e) {
            events.accept(ended(exchange, () -> failures.unreachable(e)));
        } catch (TooMuch e) {
            events.accept(failures.tooMuch(e));
        } catch (IOException e) {
            events.accept(ended(exchange, failures::cut));
        } catch (IllegalArgumentException | IllegalStateException _) {
            // The client throws these for a key that no header can hold, and for an answer that it did not expect.
            events.accept(exchange.isSent() ? failures.noAnswer(0) : failures.unusableKey());
        }
    }

    /// How a call ended whose connection broke: it may be we who broke it.
    private CallEvent.End ended(Exchange exchange, Supplier<CallEvent.End> otherwise) {
        return exchange.isCancelled()
                ? new CallEvent.Cancelled()
                : exchange.late().<CallEvent.End>map(failures::late).orElseGet(otherwise);
    }

    /// Who reads an answer, and who waits for it.
    private record Hearing(AnswerReader reader, Deadline deadline) {
    }

    /// Sends the request; [Wire] puts the body in. The parameters only choose the endpoint.
    private static HttpResponse open(OpenAIClient ready, ModelCall call) {
        if (call.api() == Api.CHAT) {
            var params = ChatCompletionCreateParams.builder().model(UNUSED).addUserMessage(UNUSED).build();
            var chat = ready.chat().completions().withRawResponse();
            return call.isStreamed() ? chat.createStreaming(params) : chat.create(params);
        }
        var params = ResponseCreateParams.builder().model(UNUSED).input(UNUSED).build();
        var responses = ready.responses().withRawResponse();
        return call.isStreamed() ? responses.createStreaming(params) : responses.create(params);
    }

    private CallEvent.End read(HttpResponse response, Hearing hearing, Exchange exchange,
            Consumer<CallEvent> events) throws IOException {
        try {
            return readAll(response, hearing, events);
        } catch (InputException _) {
            return ended(exchange, () -> failures.noAnswer(response.statusCode()));
        }
    }

    private CallEvent.End readAll(HttpResponse response, Hearing hearing, Consumer<CallEvent> events)
            throws IOException {
        boolean isStream = response.headers().values("content-type").stream().anyMatch(
                type -> type.contains("event-stream"));
        InputStream body = TooMuch.bounded(response.body());
        if (!isStream) {
            String all = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            String json = ShallowJson.of(all.startsWith("\uFEFF") ? all.substring(1) : all);
            return hearing.reader().whole(RawJson.tree(json), json, events);
        }
        var stream = new ServerEvents(body);
        for (var data = stream.next(); data.isPresent() && !data.get().equals("[DONE]"); data = stream.next()) {
            hearing.deadline().heard();
            String json = ShallowJson.of(data.get());
            Optional<CallEvent.End> end = hearing.reader().event(RawJson.tree(json), json, events);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return hearing.reader().atEndOfStream().orElseGet(failures::cut);
    }

    private synchronized Optional<OpenAIClient> client() {
        if (client == null) {
            String found = key.get();
            failures = new Failures(new Failure.Server(baseUrl, KEY_VARIABLE), found.equals(NO_KEY) ? "" : found);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            client = OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey(found).maxRetries(0).logLevel(LogLevel.OFF)
                    .disableTelemetry(true).checkJacksonVersionCompatibility(false).timeout(Timeout.builder()
                            .connect(extras.timeouts().connect()).read(Duration.ZERO).write(Duration.ZERO)
                            .request(Duration.ZERO)
                            .build())
                    .okHttpClient(ExtraSettings.of(extras, new OkHttpClient.Builder().followRedirects(false)
                            .socketFactory(new EagerSockets()).connectionPool(wire.pool())
                            .addInterceptor(wire).eventListener(wire)).build())
                    .build();
        }
        return Optional.of(client);
    }
}
