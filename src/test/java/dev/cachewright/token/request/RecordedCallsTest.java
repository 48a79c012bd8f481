package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.catalog.Model;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Counts recorded calls to OpenAI as their servers did. The figures stand in `docs/counting.md`.
class RecordedCallsTest {

    private static final Path RECORDED = Path.of("../shared/data/openai-usage.jsonl");

    @Test
    void ninetyFiveOfAHundredPlainCallsAreExact() throws IOException {
        assertThat(exactShareOf("plain")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void ninetyFiveOfAHundredCallsWithToolsAreExact() throws IOException {
        assertThat(exactShareOf("tools")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void ninetyFiveOfAHundredCallsAreExact() throws IOException {
        List<Recorded> calls = counted();

        assertThat(calls).filteredOn(Recorded::isExact).hasSizeGreaterThanOrEqualTo(calls.size() * 95 / 100 + 1);
    }

    @Test
    void callsWithASchemaAreExact() throws IOException {
        assertThat(exactShareOf("tools+schema")).isEqualTo(1);
        assertThat(exactShareOf("schema+reasoning-items")).isEqualTo(1);
    }

    @Test
    void onlyDifferencesWithoutAKnownCauseLieOutsideTheBand() throws IOException {
        List<Recorded> calls = counted();
        report(calls);

        assertThat(calls).filteredOn(call -> !call.isInBand())
                .allMatch(call -> call.cause().startsWith("not explained"))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static void report(List<Recorded> calls) {
        Map<String, List<Recorded>> groups = calls.stream().collect(Collectors.groupingBy(
                call -> call.kind() + ", " + call.family() + " models", TreeMap::new, Collectors.toList()));
        groups.forEach((name, group) -> System.out.println("Counted exactly: " + group.stream().filter(
                Recorded::isExact).count() + " of " + group.size() + " (" + name + "), " + group.stream()
                        .filter(
                                call -> call.band().isExact())
                        .count()
                + " said to be exact"));
        calls.stream().filter(call -> !call.isExact()).forEach(call -> System.out.println("Difference: " + call
                .describe()));
    }

    private static double exactShareOf(String kind) throws IOException {
        List<Recorded> calls = counted().stream().filter(call -> call.kind().equals(kind)).toList();
        return calls.stream().filter(Recorded::isExact).count() / (double) calls.size();
    }

    private static List<Recorded> counted() throws IOException {
        assumeTrue(Files.exists(RECORDED), RECORDED + " is not there");
        var calls = new ArrayList<Recorded>();
        for (String line : Files.readAllLines(RECORDED)) {
            calls.add(count(calls.size() + 1, RawJson.fields(line)));
        }
        return calls;
    }

    private static Recorded count(int line, SequencedMap<String, String> call) {
        String model = text(call, "model");
        var prompt = RequestBodyReader.read(call.get("request"), Api.ofEndpoint(text(call, "endpoint")).orElseThrow());
        var request = Renderer.render(prompt, Row.empty());
        RequestCounter counter = Simulators.ANALYST.destination(model).counter();
        String family = Simulators.ANALYST.catalog().find(model).map(RecordedCallsTest::family).orElse("unknown");
        return new Recorded(line, text(call, "kind"), family, model, call.get("request"),
                counter.count(request).total(),
                counter.count(request).band(), UsageReader.read(call.get("usage")).input().orElseThrow());
    }

    private static String family(Model model) {
        return model.framing().hasChannels() ? "reasoning" : "plain";
    }

    private static String text(Map<String, String> call, String field) {
        return RawJson.text(call.get(field)).orElseThrow();
    }

    /// A recorded call.
    ///
    /// @param kind what it holds beside text
    /// @param family whether its model thinks before it answers
    private record Recorded(int line, String kind, String family, String model, String request, int counted, Band band,
            long recorded) {

        boolean isExact() {
            return counted == recorded;
        }

        boolean isInBand() {
            return band.holds(counted, recorded);
        }

        String describe() {
            return "line %d, %s, %s: recorded %d, counted %d (-%d +%s): %s".formatted(line, kind, model, recorded,
                    counted, band.below(), band.isOpen() ? "any" : band.above(), cause());
        }

        String cause() {
            if (request.contains("\"encrypted_content\"")) {
                return "the reasoning is encrypted, its length allows an estimate";
            }
            if (band.isOpen()) {
                return "the server adds input that the request does not hold";
            }
            return "not explained; a single call";
        }
    }
}
