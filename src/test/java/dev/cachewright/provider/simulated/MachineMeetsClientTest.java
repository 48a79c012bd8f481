package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.wire.EagerSockets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conversations that grow, change and pause, sent with OpenAI's own client: the usage it reads is what the machine says.
class MachineMeetsClientTest {

    private static final int CALLS = 35;

    private final Random random = new Random(11);
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"gpt-4o, CHAT", "gpt-5.4, RESPONSES", "gpt-5.5, CHAT", "gpt-5.5, RESPONSES", "gpt-5.6-sol, CHAT",
            "gpt-5.6-sol, RESPONSES", "gpt-6-luna, RESPONSES"})
    void usageIsWhatTheMachineSays(String model, Api api) throws JsonProcessingException {
        CacheRules rules = Simulators.ANALYST.destination(model).rules().orElseThrow();
        CacheState state = CacheState.empty();
        List<Block> blocks = new ArrayList<>();
        long cached = 0;
        long written = 0;
        try (var server = Simulators.start(Simulators.quick(), () -> now)) {
            OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl(server.baseUrl()).apiKey("any").maxRetries(0)
                    .logLevel(LogLevel.OFF)
                    .okHttpClient(new OkHttpClient.Builder().socketFactory(new EagerSockets()).build()).build();
            for (int i = 0; i < CALLS; i++) {
                change(blocks);
                String body = body(blocks, model, api);
                CacheStep step = step(rules, state, body, api);
                state = step.state();
                InputSplit split = step.outcome().split();

                InputSplit used = api == Api.CHAT ? chat(client, body) : respond(client, body);

                assertThat(used).as("call %d: %s", i, body).isEqualTo(split);
                cached += split.cached();
                written += split.written();
                now = now.plus(Duration.ofSeconds(random.nextInt(8) == 0 ? 4_000 : random.nextInt(100)));
            }
            client.close();
        }
        assertThat(cached).isPositive();
        assertThat(written > 0).isEqualTo(rules.name().equals("openai-breakpoint"));
    }

    /// The machine on its own, over the bytes that are sent.
    private CacheStep step(CacheRules rules, CacheState state, String body, Api api) {
        Request request = Renderer.render(RequestBodyReader.read(body, api), Row.empty());
        Destination destination = Simulators.ANALYST.destination(request.settings().model());
        CountedRequest counted = destination.countAsIs(request);
        return rules.step(state, destination.terms(request.settings()).orElseThrow().request(counted,
                counted.tokens().total()), now);
    }

    private void change(List<Block> blocks) {
        switch (blocks.size() > 8 ? 2 : blocks.isEmpty() ? 0 : random.nextInt(6)) {
            case 0 -> {
                blocks.clear();
                add(blocks, Role.DEVELOPER);
                add(blocks, Role.USER);
            }
            case 1 -> blocks.set(blocks.size() - 1, blocks.getLast().withBreakpoint(true));
            case 2 -> blocks.subList(1 + random.nextInt(blocks.size() - 1), blocks.size()).clear();
            case 3 -> {
                // The same again.
            }
            default -> {
                add(blocks, Role.ASSISTANT);
                add(blocks, Role.USER);
            }
        }
        if (blocks.size() < 2) {
            add(blocks, Role.USER);
        }
    }

    private void add(List<Block> blocks, Role role) {
        String text = "Sentence " + random.nextInt(3) + " of the policy, once more. ";
        blocks.add(Block.of("b" + random.nextInt(), role, Kind.STATIC, text.repeat(40 + random.nextInt(120)))
                .withBreakpoint(role != Role.ASSISTANT && random.nextInt(3) == 0));
    }

    private String body(List<Block> blocks, String model, Api api) {
        String mode = random.nextBoolean() ? "" : "explicit";
        var settings = Settings.of(model, api)
                .withCache(new CacheSettings(mode, "", random.nextInt(9) == 0 ? "k" : "", ""));
        Request request = Renderer.render(Prompt.of(blocks, settings), Row.empty());
        return RequestBodyWriter.write(Simulators.ANALYST.destination(model).requests().of(request), false).json();
    }

    private static InputSplit chat(OpenAIClient client, String body) throws JsonProcessingException {
        var params = ChatCompletionCreateParams.builder()
                .body(ObjectMappers.jsonMapper().readValue(body, ChatCompletionCreateParams.Body.class)).build();
        var usage = client.chat().completions().create(params).usage().orElseThrow();
        var details = usage.promptTokensDetails().orElseThrow();
        return split(usage.promptTokens(), details.cachedTokens().orElseThrow(), details.cacheWriteTokens());
    }

    private static InputSplit respond(OpenAIClient client, String body) throws JsonProcessingException {
        var params = ResponseCreateParams.builder()
                .body(ObjectMappers.jsonMapper().readValue(body, ResponseCreateParams.Body.class)).build();
        var usage = client.responses().create(params).usage().orElseThrow();
        var details = usage.inputTokensDetails();
        return split(usage.inputTokens(), details.cachedTokens(), Optional.of(details.cacheWriteTokens()));
    }

    private static InputSplit split(long input, long cached, Optional<Long> written) {
        return new InputSplit(cached, written.orElseThrow(), input - cached - written.orElseThrow());
    }
}
