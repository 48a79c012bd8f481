package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.StaticPrefix;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Variables;
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
import dev.cachewright.session.Verdict;
import dev.cachewright.token.request.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    private static final String CLASSIC = "classic-experiment";
    private static final String TIMESTAMP = "timestamp-pitfall";

    @TempDir
    private Path folder;

    static List<String> names() {
        return Samples.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySampleOpensWithAllItsVariables(String name) {
        PromptDocument sample = Samples.open(name);

        Variables variables = Variables.of(sample.opened(), sample.values());
        assertThat(variables.missing()).isEmpty();
        assertThat(variables.unused()).isEmpty();
        assertThat(sample.path()).isEmpty();
        assertThat(sample.name()).isEqualTo(name + ".prompt");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySampleIsOfAModelInTheCatalogue(String name) {
        String model = Samples.open(name).opened().settings().model();

        assertThat(Simulators.ANALYST.catalog().find(model)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySampleIsTheSameOnceSavedAndReopened(String name) throws IOException {
        var documents = new PromptDocuments();
        PromptDocument sample = Samples.open(name);
        Path file = folder.resolve("my.prompt");

        documents.save(sample, sample.opened(), file);

        PromptDocument reopened = documents.open(file);
        assertThat(reopened.opened()).isEqualTo(sample.opened());
        assertThat(reopened.values()).isEqualTo(sample.values());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path saved : files.filter(each -> !each.equals(file)).toList()) {
                assertThat(Files.readAllBytes(saved)).isEqualTo(resource(saved.getFileName().toString()));
            }
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(resource(name + ".prompt"));
    }

    @Test
    void theSupportAgentHasToolsAndTwentyFourRows() {
        PromptDocument sample = Samples.open("support-agent");

        assertThat(sample.opened().blocks()).extracting(Block::role).containsExactly(Role.TOOLS, Role.SYSTEM,
                Role.SYSTEM, Role.SYSTEM, Role.USER);
        assertThat(sample.values().rows()).hasSize(24);
    }

    @Test
    void theQuestionsOfTheExperimentDifferFromTheirFirstToken() {
        PromptDocument sample = Samples.open(CLASSIC);

        StaticPrefix prefix = prefix(sample);

        assertThat(sample.values().rows()).hasSize(2);
        assertThat(prefix).isEqualTo(new StaticPrefix(4_630, new Place("question", 0), 4_630));
    }

    @Test
    void theSecondCallOfTheExperimentReads4608Tokens() {
        List<Call> calls = runAllRows(Samples.open(CLASSIC));

        assertThat(calls).extracting(SamplesTest::cached).containsExactly(0L, 4_608L);
        assertThat(calls).extracting(Call::verdict).containsExactly(Verdict.COLD, Verdict.AS_FORECAST);
        assertThat(calls).extracting(Call::input).allSatisfy(input -> assertThat(input).isGreaterThan(4_630));
    }

    @Test
    void aTimestampOnTheFirstLineLeavesNothingToRead() {
        PromptDocument sample = Samples.open(TIMESTAMP);

        List<Call> calls = runAllRows(sample);

        assertThat(calls).hasSizeGreaterThanOrEqualTo(2).extracting(SamplesTest::cached).containsOnly(0L);
        assertThat(prefix(sample).end().blockId()).isEqualTo("clock");
        assertThat(sample.opened().blocks().getFirst().text()).isEqualTo("Current time: {{now}}\n");
    }

    @Test
    void thePitfallIsTheExperimentWithAClockBeforeIt() {
        Prompt experiment = Samples.open(CLASSIC).opened();
        Prompt pitfall = Samples.open(TIMESTAMP).opened();

        assertThat(pitfall.blocks()).extracting(Block::id).containsExactly("clock", "handbook", "question");
        assertThat(pitfall.blocks().get(1)).isEqualTo(experiment.blocks().getFirst().withJoined(true));
        assertThat(pitfall.blocks().get(2)).isEqualTo(experiment.blocks().get(1));
        assertThat(pitfall.settings()).isEqualTo(experiment.settings());
    }

    private static Destination destination(PromptDocument sample) {
        return Simulators.ANALYST.destination(sample.opened().settings().model());
    }

    private static StaticPrefix prefix(PromptDocument sample) {
        return Simulators.ANALYST.countRows(sample.opened(), sample.values(), destination(sample)).prefix();
    }

    private static List<Call> runAllRows(PromptDocument sample) {
        List<Call> calls = new ArrayList<>();
        List<Integer> rows = IntStream.range(0, sample.values().rows().size()).boxed().toList();
        var plan = new RunPlan(sample.opened(), sample.values(), rows, Pace.oneByOne(Duration.ZERO),
                Profile.simulator(), destination(sample));
        try (var server = Simulators.start();
                var provider = Calls.openAi(server.baseUrl())) {
            new Runner(Simulators.ANALYST, Stopwatch.system()).run(plan, provider,
                    new RunStart(1, CacheState.empty(), new Cancellation(), RunStart.Keeping.nowhere()), event -> {
                        if (event instanceof RunEvent.Finished finished) {
                            calls.add(finished.call());
                        }
                    });
        }
        return calls;
    }

    private static long cached(Call call) {
        return call.measurement().usage().cached().orElseThrow();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Samples.class.getResourceAsStream("/samples/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
