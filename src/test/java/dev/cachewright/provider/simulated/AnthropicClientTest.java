package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.ObjectMappers;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.Usage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.provider.Simulators;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Anthropic's own client, as anyone would use it, against the simulator.
class AnthropicClientTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final SimulatedServer server = Simulators.start(Simulators.quick().withApiKey("right"), now::get);
    private final AnthropicClient client = client("right");

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private AnthropicClient client(String key) {
        return AnthropicOkHttpClient.builder().baseUrl(server.rootUrl()).apiKey(key).maxRetries(0).build();
    }

    /// The sample with another lifetime of the breakpoint after its guide.
    private static CountedRequest sample(String model, String ttl) {
        PromptDocument sample = Samples.open("claude-review");
        Prompt prompt = sample.opened();
        Prompt marked = prompt.withBlocks(prompt.blocks().stream()
                .map(block -> block.id().equals("guide")
                        ? block.withBreakpoint(ttl)
                        : block)
                .toList())
                .withSettings(prompt.settings().withModel(model));
        Destination destination = Simulators.ANALYST.destination(model);
        return destination.count(destination.requests().of(Renderer.render(marked, sample.values().row(0))));
    }

    private static String body(CountedRequest request) {
        return RequestBodyWriter.write(request.sent(), false).json();
    }

    private static MessageCreateParams params(String body) {
        try {
            return MessageCreateParams.builder()
                    .body(ObjectMappers.jsonMapper().readValue(body, MessageCreateParams.Body.class)).build();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /// What the forecast says of these calls, a minute apart.
    private static List<InputSplit> forecast(CountedRequest request, String model, int calls) {
        var terms = Simulators.ANALYST.destination(model).terms(request.request().settings()).orElseThrow();
        var forecaster = new Forecaster(terms, request.tokens().total());
        var splits = new ArrayList<InputSplit>();
        CacheState state = CacheState.empty();
        for (int i = 0; i < calls; i++) {
            Forecaster.Result next = forecaster.next(state, request, START.plus(Duration.ofMinutes(i)));
            splits.add(next.forecast().split());
            state = next.state();
        }
        return splits;
    }

    private InputSplit send(MessageCreateParams params) {
        Message message = client.messages().create(params).validate();
        assertThat(message.content().getFirst().asText().text()).isNotEmpty();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
        return split(message.usage());
    }

    private static InputSplit split(Usage usage) {
        var lives = usage.cacheCreation().orElseThrow();
        assertThat(lives.ephemeral5mInputTokens() + lives.ephemeral1hInputTokens())
                .isEqualTo(usage.cacheCreationInputTokens().orElseThrow());
        return new InputSplit(usage.cacheReadInputTokens().orElseThrow(), usage.cacheCreationInputTokens()
                .orElseThrow(), usage.inputTokens(), lives.ephemeral1hInputTokens());
    }

    private InputSplit stream(MessageCreateParams params) {
        List<RawMessageStreamEvent> events;
        try (var stream = client.messages().createStreaming(params)) {
            events = stream.stream().map(RawMessageStreamEvent::validate).toList();
        }
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
        String text = events.stream().flatMap(event -> event.contentBlockDelta().stream())
                .map(event -> event.delta().asText().text()).collect(Collectors.joining());
        var end = events.stream().flatMap(event -> event.messageDelta().stream()).findFirst().orElseThrow();
        assertThat(text).isNotEmpty();
        assertThat(end.delta().stopReason().orElseThrow().asString()).isEqualTo("end_turn");
        assertThat(events.getLast().isMessageStop()).isTrue();
        Usage usage = events.getFirst().asMessageStart().message().usage();
        assertThat(end.usage().cacheReadInputTokens()).isEqualTo(usage.cacheReadInputTokens());
        assertThat(end.usage().outputTokens()).isGreaterThan(1);
        return split(usage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5m", "1h"})
    void theSampleIsCachedAsForecast(String ttl) {
        CountedRequest request = sample("claude-sonnet-5-5", ttl);
        MessageCreateParams params = params(body(request));
        List<InputSplit> forecast = forecast(request, "claude-sonnet-5-5", 4);

        List<InputSplit> used = List.of(send(params), stream(params), send(params), stream(params));

        assertThat(used).isEqualTo(forecast);
        assertThat(used.getFirst().written()).isPositive();
        assertThat(used.getFirst().longWritten() > 0).isEqualTo(ttl.equals("1h"));
        assertThat(used.getLast().cached()).isEqualTo(used.getFirst().written());
    }

    @Test
    void theSampleWithoutItsBreakpointWritesNothing() {
        PromptDocument sample = Samples.open("claude-review");
        Prompt plain = sample.opened().with("guide", block -> block.withBreakpoint(false));
        Destination destination = Simulators.ANALYST.destination(plain.settings().model());
        CountedRequest request = destination.count(destination.requests()
                .of(Renderer.render(plain, sample.values().row(0))));

        InputSplit used = send(params(body(request)));

        assertThat(used).isEqualTo(InputSplit.uncached(destination.inputOf(request).tokens()));
    }

    @Test
    void tokensAreCountedAsTheyAreThenUsed() throws JsonProcessingException {
        CountedRequest request = sample("claude-opus-5-5", "");
        ObjectNode counted = (ObjectNode) RawJson.tree(body(request));
        counted.remove("max_tokens");
        var params = MessageCountTokensParams.builder().body(ObjectMappers.jsonMapper().readValue(counted.toString(),
                MessageCountTokensParams.Body.class)).build();

        long tokens = client.messages().countTokens(params).validate().inputTokens();

        assertThat(tokens).isEqualTo(send(params(body(request))).input());
        assertThat(tokens).isEqualTo(Simulators.ANALYST.destination("claude-opus-5-5").inputOf(request).tokens());
    }

    @Test
    void modelsAreListedByTheTypedClient() {
        var page = client.models().list();

        assertThat(page.data()).extracting(model -> model.validate().id()).contains("claude-sonnet-5-5")
                .allMatch(id -> id.startsWith("claude-"));
        assertThat(client.models().retrieve("claude-sonnet-5-5").displayName()).isEqualTo("Claude Sonnet 5.5");
    }

    @Test
    void refusalsHaveTheTypesOfTheClient() {
        var sample = params(body(sample("claude-sonnet-5-5", "")));

        AnthropicClient wrong = client("wrong");
        assertThatThrownBy(() -> wrong.messages().create(sample)).isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("invalid x-api-key");
        wrong.close();
        assertThatThrownBy(() -> client.messages().create(sample.toBuilder().model("claude-nine").build()))
                .isInstanceOf(NotFoundException.class).hasMessageContaining("model: claude-nine");
        assertThatThrownBy(() -> client.messages().create(sample.toBuilder().maxTokens(-1).build()))
                .isInstanceOf(BadRequestException.class).hasMessageContaining("max_tokens");
    }
}
