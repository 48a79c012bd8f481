package dev.cachewright.format.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.traffic.PlantedTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Families that were made up and calls that were recorded, made into prompts and back.
class RecoveredCallsTest {

    private static final List<String> ODD = List.of("{{", "}}", "{", "}", "\\", "\\{{", "{{{a}}}", "\r\n", "\n\n", "\t",
            "\u00e9", "\uD83D\uDE00", "\u5ba2\u6237\uff1a", "{{#if a}}", "{{! }}", "---\n", "{{role \"user\"}}",
            "<doc>", "</doc>", "name: ", "\"", "{{>p}}", " ", "\u0301", "{{else}}", "\n", "a b c");

    private static String words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(_ -> random.nextInt(5) == 0
                ? ODD.get(random.nextInt(ODD.size()))
                : "word" + random.nextInt(60) + (random.nextInt(9) == 0 ? ".\n" : " ")).collect(Collectors.joining());
    }

    /// A template of texts, variables, optional parts and parts that repeat.
    static List<String> texts(Random random, int calls) {
        var texts = new ArrayList<StringBuilder>();
        IntStream.range(0, calls).forEach(_ -> texts.add(new StringBuilder()));
        int parts = 1 + random.nextInt(7);
        for (int p = 0; p < parts; p++) {
            String text = words(random, random.nextInt(30));
            boolean isOptional = random.nextInt(4) == 0;
            int kind = random.nextInt(4);
            for (StringBuilder one : texts) {
                if (!isOptional || random.nextBoolean()) {
                    one.append(text);
                }
                switch (kind) {
                    case 0 -> one.append(random.nextInt(4) == 0 ? "" : words(random, random.nextInt(6)));
                    case 1 -> IntStream.range(0, random.nextInt(4)).forEach(_ -> one.append("- ").append(words(random,
                            2)).append('\n'));
                    case 2 -> one.append(random.nextBoolean() ? "Now: " + words(random, 2) + "\n" : "").append(text);
                    default -> one.append(random.nextBoolean() ? text : "" + random.nextInt(100));
                }
            }
        }
        return texts.stream().map(text -> text.isEmpty() ? "." : text.toString()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyCallOfAGeneratedFamilyComesBack(int seed) {
        var random = new Random(seed);
        for (int family = 0; family < 100; family++) {
            int calls = 1 + random.nextInt(8);
            List<String> system = texts(random, calls);
            List<String> user = texts(random, calls);
            List<Recorded> recorded = IntStream.range(0, calls).mapToObj(i -> new Recorded(
                    "{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"system\",\"content\":"
                            + RawJson.quote(system.get(i))
                            + "},{\"role\":\"user\",\"content\":" + RawJson.quote(user.get(i)) + "}]}",
                    Optional.empty(), "call " + i)).toList();

            Recovery recovery = Recovery.of(recorded);

            assertThat(recovery.leftOut()).as("seed %d, family %d: %s", seed, family, recorded).isEmpty();
            assertThat(recovery.exact()).isEqualTo(calls);
        }
    }

    @Test
    void recordedCallsComeBack() throws IOException {
        Path data = Path.of("../shared/data");
        assumeTrue(Files.isDirectory(data), "the recorded calls are not here");
        int exact = 0;
        int requests = 0;
        for (String name : List.of("openai-usage.jsonl", "openai-usage-more.jsonl", "anthropic-usage.jsonl",
                "rig-usage.jsonl")) {
            for (String json : Files.readAllLines(data.resolve(name))) {
                Recovery recovery = Recovery.of(List.of(new Recorded(RawJson.fields(json).get("request"),
                        Optional.empty(), name)));
                boolean isRequest = recovery.leftOut().stream().noneMatch(left -> left.reason().contains("no request"));
                requests += isRequest ? 1 : 0;
                exact += recovery.exact();
            }
        }
        assertThat(requests).isGreaterThan(2_500);
        // The others have a system message among the messages, or belong to an endpoint that no prompt is written for.
        assertThat(exact).isGreaterThan(requests * 98 / 100);
    }

    @Test
    void plantedFamiliesComeBack() {
        Map<Integer, List<Recorded>> families = new LinkedHashMap<>();
        new PlantedTraffic(5, 12, 4_000).write(600, line -> families.computeIfAbsent(line.family(),
                _ -> new ArrayList<>()).add(
                        new Recorded(RawJson.fields(line.json()).get("request"), Optional.empty(),
                                "")));
        Map<Integer, Integer> exact = new TreeMap<>();
        families.forEach((family, calls) -> exact.put(family, calls.size() - Recovery.of(calls).exact()));

        assertThat(exact.values()).hasSize(12).containsOnly(0);
    }

    @Test
    void aThousandCallsAreAlignedInTimeThatGrowsWithThem() {
        List<Recorded> calls = new ArrayList<>();
        new PlantedTraffic(5, 1, 20_000).write(1_000, line -> calls.add(new Recorded(RawJson.fields(line.json()).get(
                "request"), Optional.empty(), "")));
        Recovery.of(calls.subList(0, 200));

        long begun = System.nanoTime();
        Recovery recovery = Recovery.of(calls);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(recovery.exact()).isEqualTo(1_000);
        // 2 s on a machine that does nothing else; others build beside this.
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }
}
