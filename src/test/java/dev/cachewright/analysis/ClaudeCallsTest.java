package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Counts recorded calls to Claude, and holds the bands to what its servers reported. The figures stand in
/// `docs/counting.md`.
class ClaudeCallsTest {

    private static final List<Path> RECORDED = List.of(Path.of("../shared/data/anthropic-usage.jsonl"),
            Path.of("../shared/data/rig-usage.jsonl"));

    @Test
    void bandsHoldAndAreNarrow() throws IOException {
        List<Recorded> calls = counted();
        report(calls);
        for (Predicate<Recorded> part : List.<Predicate<Recorded>>of(call -> true, Recorded::isHeldBack)) {
            Figures figures = Figures.of(calls.stream().filter(part).toList());
            assertThat(figures.held()).isGreaterThanOrEqualTo(0.95);
            assertThat(figures.medianError()).isLessThanOrEqualTo(0.05);
            assertThat(figures.medianWidth()).isLessThanOrEqualTo(0.15);
        }
    }

    private static void report(List<Recorded> calls) {
        var groups = new LinkedHashMap<String, List<Recorded>>();
        calls.forEach(call -> {
            groups.computeIfAbsent("all", key -> new ArrayList<>()).add(call);
            groups.computeIfAbsent(call.isHeldBack() ? "held back" : "looked at", key -> new ArrayList<>()).add(call);
            groups.computeIfAbsent(call.kind(), key -> new ArrayList<>()).add(call);
            groups.computeIfAbsent("family " + call.family(), key -> new ArrayList<>()).add(call);
        });
        groups.forEach((name, group) -> System.out.println("Claude, " + name + ": " + Figures.of(group)));
        if (System.getenv("RECORDED_LIST") != null) {
            calls.stream().filter(call -> !call.isHeldBack()).forEach(System.out::println);
        }
    }

    private static List<Recorded> counted() throws IOException {
        var calls = new ArrayList<Recorded>();
        for (Path file : RECORDED) {
            assumeTrue(Files.exists(file), file + " is not there");
            for (String line : Files.readAllLines(file)) {
                SequencedMap<String, String> call = RawJson.fields(line);
                String model = RawJson.text(call.getOrDefault("model", "\"\"")).orElse("");
                String endpoint = RawJson.text(call.get("endpoint")).orElse("");
                if (model.contains("claude") && RawJson.isObject(call.get("request"))
                        && RawJson.isObject(call.get("usage"))) {
                    count(call, model, endpoint.endsWith("completions") ? Api.CHAT : Api.MESSAGES, calls);
                }
            }
        }
        return calls;
    }

    private static void count(SequencedMap<String, String> call, String model, Api api, List<Recorded> calls) {
        long recorded = UsageReader.read(call.get("usage")).input().orElse(0);
        if (recorded == 0) {
            return;
        }
        var request = Renderer.render(RequestBodyReader.read(call.get("request"), api), Row.empty());
        Destination destination = Simulators.ANALYST.destination(model);
        TokenRange range = destination.inputOf(destination.countAsIs(request));
        calls.add(new Recorded(call.get("source") + call.get("step"), model, call.get("request"), recorded, range));
    }

    /// @param recorded what the server reported
    private record Recorded(String source, String model, String request, long recorded, TokenRange range) {

        boolean isHeldBack() {
            return Math.floorMod(source.replaceAll("\"\\d*$", "").hashCode(), 3) == 0;
        }

        boolean isHeld() {
            return recorded >= range.low() && recorded <= range.high();
        }

        double error() {
            return Math.abs(range.tokens() - recorded) / (double) recorded;
        }

        double width() {
            return (range.high() - (double) range.low()) / recorded;
        }

        String family() {
            return Simulators.ANALYST.catalog().find(model).map(row -> row.id()).orElse("unknown");
        }

        String kind() {
            if (request.contains("\"mcp_servers\"") || request.contains("server_tool_use")
                    || request.matches(
                            "(?s).*\"type\": ?\"(web_search|code_execution|web_fetch|tool_search|memory|advisor)_.*")) {
                return "server tools";
            }
            if (request.contains("\"image\"") || request.contains("\"document\"")) {
                return "pictures and documents";
            }
            if (request.contains("\"tool_use\"") || request.contains("\"tool_calls\"")) {
                return "history";
            }
            if (request.contains("output_format") || request.contains("output_config")) {
                return "schema";
            }
            if (request.contains("\"tools\"")) {
                return "tools";
            }
            return request.contains("\"thinking\"") ? "thinking" : "plain";
        }

        @Override
        public String toString() {
            return "%s %.3f %s: %s %s recorded %d, counted %d, %d to %d".formatted(isHeld() ? "in " : "OUT",
                    range.tokens() / (double) recorded, kind(), model, source.substring(Math.max(0, source.length()
                            - 90)),
                    recorded, range.tokens(), range.low(), range.high());
        }
    }

    /// @param held the share of bands that hold the server's figure
    private record Figures(int calls, double held, double medianError, double medianWidth) {

        static Figures of(List<Recorded> calls) {
            return new Figures(calls.size(), calls.stream().filter(Recorded::isHeld).count() / (double) calls.size(),
                    median(calls.stream().mapToDouble(Recorded::error).sorted().toArray()),
                    median(calls.stream().mapToDouble(Recorded::width).sorted().toArray()));
        }

        private static double median(double[] sorted) {
            return sorted[sorted.length / 2];
        }

        @Override
        public String toString() {
            return "%d calls, bands hold %.1f %%, median error %.1f %%, median width %.1f %%".formatted(calls, 100
                    * held, 100 * medianError, 100 * medianWidth);
        }
    }
}
