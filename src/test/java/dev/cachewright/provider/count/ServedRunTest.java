package dev.cachewright.provider.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.app.ProfileProviders;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.Simulators;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs on servers whose tokenizer is not ours: what is forecast is what they report.
@Timeout(60)
class ServedRunTest {

    private static final Values VALUES = new Values("rows", List.of("name", "question"), IntStream.range(0, 4)
            .mapToObj(i -> new Row(Map.of("name", "Ada", "question", "Where is it, and why? ".repeat(i + 1) + i)))
            .toList());
    private static final Prompt PROMPT = Prompt.of(List.of(
            Block.of("policy", Role.SYSTEM, Kind.STATIC, Simulators.LONG + " — “so”, says \\{{it}}."),
            Block.of("hello", Role.USER, Kind.DYNAMIC, "I am {{name}}."),
            Block.of("reply", Role.ASSISTANT, Kind.STATIC, "Hello."),
            Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}")), Settings.of("local-model", Api.CHAT));

    private final ProfileProviders providers = new ProfileProviders(() -> "", _ -> Optional.empty());
    private final ServerCounter counter = new ServerCounter(providers);
    private final List<CountResult> problems = new ArrayList<>();
    private CacheState after = CacheState.empty();

    @AfterEach
    void close() {
        providers.close();
    }

    private List<Call> run(String baseUrl, RuleSet rules, List<Integer> rows) {
        Profile profile = Profile.compatible(baseUrl, Optional.of(rules));
        Destination destination = counter.forRun(Simulators.ANALYST.destination("local-model", Optional.of(rules)),
                profile, Api.CHAT, new Cancellation(), problems::add);
        var plan = new RunPlan(PROMPT, VALUES, rows, new Pace(Duration.ZERO, 1, false), profile,
                destination);
        List<Call> calls = new ArrayList<>();
        after = new Runner(Simulators.ANALYST, Stopwatch.system()).run(plan, providers.of(profile),
                new RunStart(1, CacheState.empty(), new Cancellation(), RunStart.Keeping.nowhere()), event -> {
                    if (event instanceof RunEvent.Finished finished) {
                        calls.add(finished.call());
                    }
                });
        return calls;
    }

    private static void assertForecastsMet(List<Call> calls) {
        assertThat(calls).hasSize(6).allSatisfy(call -> {
            assertThat(call.measurement().usage().input()).hasValue(call.forecast().split().input());
            assertThat(call.measurement().usage().cached()).hasValue(call.forecast().split().cached());
            assertThat(call.forecast().certainty().band().isExact()).isTrue();
        });
        assertThat(calls.stream().skip(1)).allSatisfy(call -> {
            assertThat(call.forecast().split().cached()).isGreaterThan(1_000);
            assertThat(call.forecast().reason()).isEqualTo(MissReason.NONE);
        });
    }

    @Test
    void everyCallOfLlamaCppReadsWhatWasForecast() {
        try (var server = TokenisingServer.llamaCpp()) {
            assertForecastsMet(run(server.baseUrl(), RuleSet.Named.LONGEST_PREFIX, List.of(0, 1, 2, 3, 0, 2)));

            assertThat(problems).isEmpty();
            assertThat(server.asked().stream().filter(asked -> asked.path().equals("/tokenize"))).hasSize(4);
        }
    }

    @Test
    void everyCallOfVllmReadsWhatWasForecast() {
        try (var server = TokenisingServer.vllm(16)) {
            assertForecastsMet(run(server.baseUrl(), new RuleSet.Blocks(16), List.of(0, 1, 2, 3, 0, 2)));

            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aRequestThatTheServerHasNotCountedFindsTheCacheOfThoseThatItHas() {
        try (var server = TokenisingServer.llamaCpp()) {
            run(server.baseUrl(), RuleSet.Named.LONGEST_PREFIX, List.of(0, 1));

            Destination here = Simulators.ANALYST.destination("local-model",
                    Optional.of(RuleSet.Named.LONGEST_PREFIX));
            var edited = here.count(here.requests().of(Renderer.render(PROMPT,
                    new Row(Map.of("name", "Ada", "question", "Another one?")))));
            var forecast = new Forecaster(here.terms(PROMPT.settings()).orElseThrow(), 0)
                    .next(after, edited, Stopwatch.system().now()).forecast();

            assertThat(forecast.split().cached()).isGreaterThan(1_000);
        }
    }

    @Test
    void aServerWithoutATokenizerIsForecastFromHereAndAskedOnce() {
        try (var server = RecordingServer.answering(asked -> asked.path().equals("/v1/chat/completions")
                ? RecordingServer.Reply
                        .json("{\"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": \"H\"}}],"
                                + "\"usage\": {\"prompt_tokens\": 8, \"completion_tokens\": 1}}")
                : new RecordingServer.Reply(404, Map.of(), ""))) {
            List<Call> calls = run(server.baseUrl(), RuleSet.Named.LONGEST_PREFIX, List.of(0, 1, 2));

            assertThat(calls).hasSize(3);
            assertThat(problems).singleElement().isInstanceOf(CountResult.Impossible.class);
            assertThat(server.asked().stream().map(RecordingServer.Asked::path)
                    .filter(path -> !path.equals("/v1/chat/completions")))
                    .containsExactly("/apply-template", "/tokenize");
        }
    }
}
