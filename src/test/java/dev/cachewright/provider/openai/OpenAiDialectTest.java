package dev.cachewright.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.wire.Calls;
import dev.cachewright.provider.wire.RawServer;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The adapter against the simulator.
class OpenAiDialectTest {

    private static final String CHAT = "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", \"content\": \""
            + Simulators.LONG + "\"}]%s}";
    private static final String RESPONSES = "{\"model\": \"gpt-5.4\", \"input\": \"" + Simulators.LONG + "\"%s}";

    @ParameterizedTest
    @CsvSource({"CHAT, true", "CHAT, false", "RESPONSES, true", "RESPONSES, false"})
    void answersArriveWithTheirUsage(Api api, boolean isStreamed) {
        String more = !isStreamed ? "" : api == Api.CHAT
                ? ", \"stream\": true, \"stream_options\": {\"include_usage\": true}"
                : ", \"stream\": true";
        String body = (api == Api.CHAT ? CHAT : RESPONSES).formatted(more);
        try (var server = Simulators.start(); var provider = Calls.provider(server.baseUrl())) {
            Calls.Heard cold = Calls.send(provider, api, body, isStreamed);
            Calls.Heard warm = Calls.send(provider, api, body, isStreamed);

            var usage = UsageReader.read(warm.completed().usage());
            assertThat(warm.text()).isEqualTo(cold.text()).isNotEmpty();
            assertThat(warm.events()).hasSizeGreaterThan(isStreamed ? 5 : 1);
            assertThat(warm.completed().finishReason()).isEqualTo(api == Api.CHAT ? "stop" : "completed");
            assertThat(UsageReader.read(cold.completed().usage()).cached()).hasValue(0);
            assertThat(usage.cached()).hasValue(usage.input().orElseThrow() / 128 * 128);
            assertThat(usage.written()).hasValue(0);
            assertThat(usage.output().orElseThrow()).isPositive();
        }
    }

    @Test
    void answersThatAreCutSayWhy() {
        try (var server = Simulators.start(); var provider = Calls.provider(server.baseUrl())) {
            assertThat(Calls.send(provider, Api.CHAT, CHAT.formatted(", \"stream\": true, \"max_tokens\": 2"), true)
                    .completed()).isEqualTo(new CallEvent.Completed("length", ""));
            assertThat(Calls.send(provider, Api.RESPONSES,
                    RESPONSES.formatted(", \"stream\": true, \"max_output_tokens\": 2"), true).completed()
                    .finishReason()).isEqualTo("max_output_tokens");
        }
    }

    @Test
    void refusalsCarryTheirKindTheStatusAndTheServersWords() {
        var options = Simulators.quick().withApiKey("sk-right-key-123456").withRequestsPerMinute(1);
        try (var server = Simulators.start(options);
                var wrong = Calls.openAi(server.baseUrl(), "sk-wrong-key-123456");
                var right = Calls.openAi(server.baseUrl(), "sk-right-key-123456")) {
            Failure.Known key = Calls.send(wrong, Api.CHAT, CHAT.formatted(""), false).failure();
            Failure.Known model = Calls.send(right, Api.CHAT, CHAT.replace("5.4", "9").formatted(""), true).failure();
            Failure.Known rate = Calls.send(right, Api.CHAT, CHAT.formatted(""), true).failure();

            assertThat(key.kind()).isEqualTo(Kind.KEY_REFUSED);
            assertThat(key.status()).isEqualTo(401);
            assertThat(key.said()).startsWith("Incorrect API key provided: sk-***3456.").doesNotContain("wrong");
            assertThat(model).isEqualTo(new Failure.Known(Kind.MODEL_NOT_FOUND, 404,
                    "The model `gpt-9` does not exist or you do not have access to it.", at(server.baseUrl()), 0));
            assertThat(rate.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(rate.retryAfterSeconds()).isBetween(50L, 60L);
            assertThat(wrong.toString() + right).doesNotContain("sk-");
        }
    }

    @Test
    void aStreamIsCancelledWhileItsServerIsSilent() throws InterruptedException {
        var events = new ArrayList<CallEvent>();
        var cancellation = new Cancellation();
        var firstDelta = new CountDownLatch(1);
        // Between two words this server is silent for more than a minute.
        var options = Simulators.quick().withDelayScale(5_000);
        String body = "{\"model\": \"gpt-5.4\", \"stream\": true, \"input\": \"Hi\"}";
        try (var slow = new RawServer(RawServer.events("data: {\"type\": \"response.output_text.delta\", "
                + "\"delta\": \"Hi\"}\n\n…"));
                var silent = Simulators.start(options);
                var provider = Calls.provider(slow.baseUrl());
                var waiting = Calls.provider(silent.baseUrl())) {
            Thread call = Thread.ofVirtual().start(() -> provider.send(new ModelCall(Api.RESPONSES, body, true),
                    cancellation, event -> {
                        events.add(event);
                        if (event instanceof CallEvent.Delta) {
                            firstDelta.countDown();
                        }
                    }));
            firstDelta.await();
            cancellation.cancel();
            // The server says nothing more until it is closed, which is after this.
            call.join();
            assertThat(events).containsExactly(new CallEvent.Sent(), new CallEvent.Began(), new CallEvent.Delta("Hi"),
                    new CallEvent.Cancelled());

            assertThat(cancelBeforeAnswer(waiting, body)).isEqualTo(List.of(new CallEvent.Cancelled()));
        }
    }

    private static List<CallEvent> cancelBeforeAnswer(Provider provider, String body)
            throws InterruptedException {
        var events = new ArrayList<CallEvent>();
        var cancellation = new Cancellation();
        var running = new CountDownLatch(1);
        Thread call = Thread.ofVirtual().start(() -> {
            running.countDown();
            provider.send(new ModelCall(Api.RESPONSES, body, true), cancellation, event -> {
                if (!(event instanceof CallEvent.Sent)) {
                    events.add(event);
                }
            });
        });
        running.await();
        cancellation.cancel();
        call.join();
        return events;
    }

    @Test
    void cancelledCallStillWarmsTheCache() throws InterruptedException {
        var cancellation = new Cancellation();
        var firstDelta = new CountDownLatch(1);
        try (var server = Simulators.start(Simulators.quick().withDelayScale(0.2));
                var provider = Calls.provider(server.baseUrl())) {
            Thread call = Thread.ofVirtual().start(() -> provider.send(new ModelCall(Api.RESPONSES,
                    RESPONSES.formatted(", \"stream\": true"), true), cancellation, event -> {
                        if (event instanceof CallEvent.Delta) {
                            firstDelta.countDown();
                        }
                    }));
            firstDelta.await();
            cancellation.cancel();
            call.join();

            Calls.Heard next = Calls.send(provider, Api.RESPONSES, RESPONSES.formatted(""), false);

            assertThat(UsageReader.read(next.completed().usage()).cached().orElseThrow()).isPositive();
        }
    }

    @Test
    void cancelledCallSendsNothing() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        var events = new ArrayList<CallEvent>();
        try (var server = new RawServer(RawServer.json(200, "{}")); var provider = Calls.provider(server.baseUrl())) {
            provider.send(new ModelCall(Api.CHAT, "{}", true), cancellation, event -> {
                if (!(event instanceof CallEvent.Sent)) {
                    events.add(event);
                }
            });

            assertThat(events).containsExactly(new CallEvent.Cancelled());
            assertThat(server.requestCount()).isZero();
        }
    }

    @Test
    void warmUpSendsNothing() {
        try (var server = new RawServer(RawServer.json(200, "{}")); var provider = Calls.provider(server.baseUrl())) {
            provider.warmUp();

            assertThat(server.requestCount()).isZero();
        }
    }

    @Test
    void missingKeyIsReportedWithoutACall() {
        try (var provider = Calls.openAi("https://api.openai.com/v1", "")) {
            provider.warmUp();

            assertThat(Calls.send(provider, Api.CHAT, "{}", true).failure()).isEqualTo(new Failure.Known(
                    Kind.NO_KEY, 0, "", at("https://api.openai.com/v1"), 0));
        }
    }

    @Test
    void keyThatCannotBeSentIsNotRepeated() {
        try (var provider = Calls.openAi("http://127.0.0.1:1/v1", "sk-secret\nkey")) {
            assertThat(Calls.send(provider, Api.CHAT, "{}", true).failure()).isEqualTo(new Failure.Known(
                    Kind.UNUSABLE_KEY, 0, "", at("http://127.0.0.1:1/v1"), 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost:8080", "ftp://host/v1", "http://", "http://user:secret@host/v1", "not a url"})
    void whatIsNotABaseUrlIsRefused(String baseUrl) {
        assertThatThrownBy(() -> Calls.provider(baseUrl)).isInstanceOf(ProviderException.class)
                .hasMessageContaining("write it as http://localhost:8080/v1").hasMessageNotContaining("secret");
    }

    @Test
    void nothingListening() {
        String closed;
        try (var server = Simulators.start()) {
            closed = server.baseUrl();
        }
        assertThat(Calls.send(closed, Api.CHAT, true).failure()).isEqualTo(new Failure.Known(
                Kind.UNREACHABLE, 0, "", at(closed), 0));
    }

    private static Failure.Server at(String baseUrl) {
        return new Failure.Server(baseUrl, "OPENAI_API_KEY");
    }
}
