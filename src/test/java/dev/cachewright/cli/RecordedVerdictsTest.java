package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No verdict says the opposite of what a server reported, over all recorded calls that have cache fields; printed is
/// how often forecast and server agree on whether the cache was used, and a third of the recordings, by their source,
/// apart.
///
/// Recordings are ten days apart, so that one replay keeps their caches apart; the steps of each follow every two
/// seconds.
class RecordedVerdictsTest {

    private static final Path DATA = Path.of("../shared/data");
    private static final Duration APART = Duration.ofDays(10);
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Set<String> OF_READS = Set.of("as forecast", "better", "partly", "prefix changed",
            "setting changed", "key changed", "expired", "no forecast");
    private static final Set<String> NEVER_OF_WRITES = Set.of("below threshold", "no breakpoint", "no caching",
            "refused");

    @TempDir
    private Path folder;

    /// A recorded call as it was, and as it was replayed.
    private record Pair(JsonNode recorded, JsonNode replayed) {

        private long actual(String name) {
            return replayed.path("actual").path(name).asLong();
        }

        private boolean isReported() {
            return replayed.path("actual").path("cached").isNumber() && replayed.path("forecast").isObject();
        }

        private boolean isUsed(JsonNode split) {
            return split.path("cached").asLong() > 0 || split.path("written").asLong() > 0;
        }

        private boolean agrees() {
            return isUsed(replayed.path("actual")) == isUsed(replayed.path("forecast"));
        }

        private String verdict() {
            return replayed.path("verdict").asText();
        }

        private boolean isHeldBack() {
            return Math.floorMod(recorded.path("source").asText().hashCode(), 3) == 0;
        }

        private String kind() {
            return recorded.path("kind").asText(recorded.path("host").asText("all"));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # file,             part of the source,   rules,          at least agree, in percent
            anthropic-usage,    -,                    -,              93
            openai-usage-more,  -,                    -,              97
            openai-usage,       -,                    -,              97
            rig-usage,          /anthropic/,          -,              98
            rig-usage,          /openai/,             -,              95
            rig-usage,          /openrouter/,         -,              95
            rig-usage,          /llamacpp/,           longest-prefix, 0
            rig-usage,          /deepseek/,           deepseek,       0
            rig-usage,          /xai/,                xai,            0
            rig-usage,          /mistral/,            mistral,        0
            rig-usage,          /venice/,             block-528,      0
            rig-usage,          /groq/,               groq,           0
            """)
    void noVerdictContradictsAServer(String file, String part, String rules, int least) throws IOException {
        Path data = DATA.resolve(file + ".jsonl");
        assumeTrue(Files.exists(data), data + " is not there");

        List<Pair> pairs = replay(data, part == null ? "" : part, rules);
        List<Pair> reported = pairs.stream().filter(Pair::isReported).toList();

        assertThat(reported).isNotEmpty();
        assertThat(reported).allSatisfy(pair -> {
            if (pair.actual("cached") > 0) {
                assertThat(pair.verdict()).as(pair.recorded().path("source").asText()).isIn(OF_READS);
            }
            if (pair.actual("written") > 0) {
                assertThat(pair.verdict()).as(pair.recorded().path("source").asText()).isNotIn(NEVER_OF_WRITES);
            }
        });
        print(file + (part == null ? "" : " " + part), reported);
        assertThat(100.0 * reported.stream().filter(Pair::agrees).count() / reported.size())
                .isGreaterThanOrEqualTo(least);
    }

    private static void print(String name, List<Pair> pairs) {
        Map<String, int[]> kinds = new TreeMap<>();
        for (Pair pair : pairs) {
            for (String kind : List.of(pair.kind(), pair.isHeldBack() ? "(a third)" : "(the others)", "(all)")) {
                int[] counts = kinds.computeIfAbsent(kind, _ -> new int[2]);
                counts[0] += pair.agrees() ? 1 : 0;
                counts[1]++;
            }
        }
        kinds.forEach((kind, counts) -> System.out.printf("%s, %s: use of the cache agrees in %d of %d%n", name, kind,
                counts[0], counts[1]));
        Map<String, Integer> verdicts = new TreeMap<>();
        pairs.stream().filter(pair -> pair.actual("cached") > 0 || pair.actual("written") > 0)
                .forEach(pair -> verdicts.merge(pair.verdict(), 1, Integer::sum));
        System.out.println(name + ", verdicts on calls that used it: " + verdicts);
    }

    private List<Pair> replay(Path data, String part, String rules) throws IOException {
        Map<String, List<JsonNode>> bySource = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(data)) {
            JsonNode call = RawJson.tree(line);
            String source = call.path("source").asText("" + number++);
            if (source.contains(part)) {
                bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(call);
            }
        }
        var lines = new ArrayList<String>();
        var recorded = new ArrayList<JsonNode>();
        Instant start = Instant.parse("2020-01-01T00:00:00Z");
        for (List<JsonNode> calls : bySource.values()) {
            start = start.plus(APART);
            for (int i = 0; i < calls.size(); i++) {
                ObjectNode line = JsonNodeFactory.instance.objectNode()
                        .put("at", start.plus(STEP.multipliedBy(i)).toString());
                for (String name : List.of("endpoint", "model", "request", "usage")) {
                    line.set(name, calls.get(i).path(name));
                }
                lines.add(line.toString());
                recorded.add(calls.get(i));
            }
        }
        String file = Files.write(folder.resolve("calls.jsonl"), lines).toString();
        CliRun run = rules == null
                ? CliRun.of("replay", file, "--json")
                : CliRun.of("replay", file, "--json", "--rules", rules);
        var pairs = new ArrayList<Pair>();
        run.json().path("calls").forEach(call -> pairs.add(new Pair(recorded.get(call.path("line").asInt() - 1),
                call)));
        return pairs;
    }
}
