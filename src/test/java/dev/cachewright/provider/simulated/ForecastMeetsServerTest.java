package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.wire.Calls;
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
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forecast counts blocks, the server counts the bytes that arrive: both must come to the same.
class ForecastMeetsServerTest {

    private static final String TOOLS = """
            [{"type": "function", "function": {"name": "find_order", "description": "Finds an order.", "parameters":
              {"type": "object", "properties": {"id": {"type": "string", "description": "Its number"}},
               "required": ["id"]}}}]""";
    private static final String SCHEMA = """
            {"name": "reply", "strict": true, "schema": {"type": "object", "properties": {"text": {"type": "string"}},
             "required": ["text"], "additionalProperties": false}}""";

    @ParameterizedTest
    @CsvSource({"gpt-5.4, CHAT", "gpt-5.4, RESPONSES", "gpt-4o, CHAT", "gpt-4o, RESPONSES"})
    void everyCallReadsWhatWasForecast(String model, Api api) {
        List<Call> calls = new ArrayList<>();
        var rows = IntStream.range(0, 4).mapToObj(i -> new Row(Map.of("name", "Ada " + i, "text",
                "Where \"is\" it?\n".repeat(i + 1)))).toList();
        Prompt prompt = prompt(model, api);
        var plan = new RunPlan(prompt, new Values("rows", List.of("name", "text"), rows), List.of(0, 1, 2, 3, 0),
                Pace.oneByOne(Duration.ZERO), Profile.simulator(), Simulators.ANALYST.destination(model));
        try (var server = Simulators.start();
                var provider = Calls.openAi(server.baseUrl())) {
            new Runner(Simulators.ANALYST, Stopwatch.system()).run(plan, provider,
                    new RunStart(1, CacheState.empty(), new Cancellation(), RunStart.Keeping.nowhere()), event -> {
                        if (event instanceof RunEvent.Finished finished) {
                            calls.add(finished.call());
                        }
                    });
        }

        assertThat(calls).hasSize(5);
        assertThat(calls).allSatisfy(call -> {
            var usage = call.measurement().usage();
            assertThat(usage.input()).hasValue(call.forecast().split().input());
            assertThat(usage.cached()).hasValue(call.forecast().split().cached());
        });
        assertThat(calls.get(1).forecast().split().cached()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.6-sol, CHAT", "gpt-5.6-sol, RESPONSES", "gpt-5.4, RESPONSES"})
    void marksDoNotChangeWhatTheServerCounts(String model, Api api) {
        Prompt plain = prompt(model, api);
        var item = "{\"role\": \"user\", \"content\": \"See \\\"this\\\".\"}";
        Prompt withItem = BlockEdits.insert(plain, 5, Block.of("item", Role.USER, Kind.STATIC, item).withForm(
                Form.ITEM));
        var settings = plain.settings().withCache(new CacheSettings("explicit", "30m", "support", ""));
        Prompt marked = withItem.withBlocks(withItem.blocks().stream().map(block -> block.withBreakpoint(true))
                .toList()).withSettings(settings);
        Row row = new Row(Map.of("name", "Ada", "text", "Where?"));
        try (var server = Simulators.start(); var http = new Http(server)) {
            Request request = Renderer.render(marked, row);
            Destination destination = Simulators.ANALYST.destination(model);
            String body = RequestBodyWriter.write(destination.requests().of(request), false).json();
            int counted = destination.counter().count(Renderer.render(withItem, row)).total();

            var usage = http.json(api.endpoint().substring("/v1".length()), body).path("usage");

            assertThat(usage.path(api == Api.CHAT ? "prompt_tokens" : "input_tokens").asInt()).isEqualTo(counted);
            assertThat(body.contains("prompt_cache_breakpoint")).isEqualTo(model.equals("gpt-5.6-sol"));
        }
    }

    private static Prompt prompt(String model, Api api) {
        var settings = Settings.of(model, api).withCache(CacheSettings.none().withKey("support"));
        return Prompt.of(List.of(Block.of("tools", Role.TOOLS, Kind.STATIC, TOOLS),
                Block.of("schema", Role.SCHEMA, Kind.STATIC, SCHEMA),
                Block.of("policy", Role.SYSTEM, Kind.STATIC, Simulators.LONG),
                Block.of("more", Role.SYSTEM, Kind.STATIC, "\nUse \\{{braces}} — and “quotes”.").withJoined(true),
                Block.of("hello", Role.USER, Kind.DYNAMIC, "I am {{name}}."),
                Block.of("reply", Role.ASSISTANT, Kind.STATIC, "Hello."),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{text}}")), settings);
    }
}
