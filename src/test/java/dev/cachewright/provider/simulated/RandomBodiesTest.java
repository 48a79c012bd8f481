package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.Replayer;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.parting.Change;
import dev.cachewright.parting.Changes;
import dev.cachewright.parting.RandomBodies;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of two requests that differ in one place the window, the replay and the simulator read the same from the cache.
class RandomBodiesTest {

    private static final int CASES = 25;
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"CHAT, gpt-4o, 1", "CHAT, gpt-5.6-sol, 2", "RESPONSES, gpt-5.1, 3", "RESPONSES, gpt-5.5, 4"})
    void allReadTheSame(Api api, String model, long seed) {
        var random = new Random(seed);
        var bodies = new RandomBodies(random);
        long read = 0;
        for (int i = 0; i < CASES; i++) {
            Change change = new Changes(random, api).of(bodies.next(api, model));
            CallForecast replayed = replayed(api, model, change);
            Outlook shown = shown(api, model, change);
            JsonNode usage = simulated(api, change);
            JsonNode details = usage.path(api == Api.CHAT ? "prompt_tokens_details" : "input_tokens_details");

            assertThat(shown.next().split()).as("case %d: %s", i, change.path()).isEqualTo(replayed.split());
            assertThat(details.path("cached_tokens").asLong()).as("case %d: %s", i, change.path())
                    .isEqualTo(replayed.split().cached());
            assertThat(usage.path(api == Api.CHAT ? "prompt_tokens" : "input_tokens").asLong())
                    .isEqualTo(replayed.split().input());
            read += replayed.split().cached();
        }
        assertThat(read).isPositive();
    }

    private static Prompt prompt(Api api, ObjectNode body) {
        return RequestBodyReader.read(body.toString(), api);
    }

    private static CountedRequest count(Destination destination, Api api, ObjectNode body) {
        return destination.countAsIs(Renderer.render(prompt(api, body), Row.empty()));
    }

    private static CallForecast replayed(Api api, String model, Change change) {
        var replayer = new Replayer(Simulators.ANALYST, Optional.empty());
        Destination destination = replayer.destination(model);
        replayer.next(count(destination, api, change.before()), START, OptionalLong.empty(), Optional.empty());
        return replayer
                .next(count(destination, api, change.after()), START.plusSeconds(5), OptionalLong.empty(),
                        Optional.empty())
                .orElseThrow().forecast();
    }

    private static Outlook shown(Api api, String model, Change change) {
        Destination destination = Simulators.ANALYST.destination(model);
        CountedRequest before = count(destination, api, change.before());
        CacheState state = new Forecaster(destination.terms(before.request().settings()).orElseThrow(), 0)
                .next(CacheState.empty(), before, START).state();
        return Simulators.ANALYST.analyse(new AnalysisInput(prompt(api, change.after()), Values.none(), 0,
                Optional.empty(), state, START.plusSeconds(5), AnalysisInput.USUAL)).outlook().orElseThrow();
    }

    private static JsonNode simulated(Api api, Change change) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            String path = api.endpoint().substring("/v1".length());
            http.json(path, change.before().toString());
            return http.json(path, change.after().toString()).path("usage");
        }
    }
}
