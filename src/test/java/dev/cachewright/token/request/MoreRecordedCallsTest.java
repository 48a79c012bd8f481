package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.part.Band;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Counts recorded calls of fifteen other projects. The figures stand in `docs/counting.md`.
class MoreRecordedCallsTest {

    private static final Path RECORDED = Path.of("../shared/data/openai-usage-more.jsonl");

    @Test
    void ninetyNineOfAHundredFiguresCalledExactAreExact() throws IOException {
        List<Recorded> exact = counted().stream().filter(call -> !call.isEstimate()).toList();

        assertThat(share(exact)).isGreaterThanOrEqualTo(0.99);
        assertThat(share(exact.stream().filter(Recorded::isKeptBack).toList())).isGreaterThanOrEqualTo(0.99);
        assertThat(exact).hasSizeGreaterThan(800);
    }

    @Test
    void ninetyFiveOfAHundredBandsHold() throws IOException {
        List<Recorded> calls = counted();
        report("all", calls);
        report("kept back", calls.stream().filter(Recorded::isKeptBack).toList());
        List<Recorded> estimates = calls.stream().filter(Recorded::isEstimate).toList();

        assertThat(share(estimates)).isGreaterThanOrEqualTo(0.95);
        assertThat(share(estimates.stream().filter(Recorded::isKeptBack).toList())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theMiddleOfClosedBandsIsNoWiderThanFifteenOfAHundred() throws IOException {
        List<Recorded> closed = counted().stream().filter(Recorded::isEstimate).filter(call -> !call.band().isOpen())
                .toList();
        List<Recorded> keptBack = closed.stream().filter(Recorded::isKeptBack).toList();
        System.out.printf("closed bands: %d, median width %.1f %%; kept back %d, %.1f %%%n", closed.size(), 100
                * medianWidth(closed), keptBack.size(), 100 * medianWidth(keptBack));

        assertThat(medianWidth(closed)).isLessThanOrEqualTo(0.15);
    }

    private static double medianWidth(List<Recorded> calls) {
        return calls.stream().map(Recorded::width).sorted().toList().get(calls.size() / 2);
    }

    private static double share(List<Recorded> calls) {
        return calls.stream().filter(Recorded::isRight).count() / (double) calls.size();
    }

    private static void report(String part, List<Recorded> calls) {
        Map<String, List<Recorded>> kinds = new TreeMap<>(
                calls.stream().collect(Collectors.groupingBy(Recorded::kind)));
        kinds.forEach((kind, group) -> {
            List<Recorded> exact = group.stream().filter(call -> !call.isEstimate()).toList();
            List<Recorded> bands = group.stream().filter(Recorded::isEstimate).toList();
            System.out.printf("%s, %s: %d calls, called exact %d, right %d, estimates %d, bands that hold %d%s%n", part,
                    kind, group.size(), exact.size(), exact.stream().filter(Recorded::isRight).count(), bands.size(),
                    bands.stream().filter(Recorded::isRight).count(), bands.isEmpty()
                            ? ""
                            : ", median width %.0f %%".formatted(100 * medianWidth(bands)));
        });
        calls.stream().filter(call -> !call.isRight() && part.equals("all")).forEach(call -> System.out.println(
                "Wrong: " + call));
    }

    private static List<Recorded> counted() throws IOException {
        assumeTrue(Files.exists(RECORDED), RECORDED + " is not there");
        var calls = new ArrayList<Recorded>();
        for (String line : Files.readAllLines(RECORDED)) {
            Map<String, String> call = RawJson.fields(line);
            long input = UsageReader.read(call.get("usage")).input().orElse(0);
            if (input > 0) {
                calls.add(count(calls.size() + 1, call, input));
            }
        }
        return calls;
    }

    private static Recorded count(int line, Map<String, String> call, long input) {
        String body = call.get("request");
        var prompt = RequestBodyReader.read(body, Api.ofEndpoint(text(call, "endpoint")).orElseThrow());
        var destination = Simulators.ANALYST.destination(text(call, "model"));
        RequestTokens tokens = destination.counter().count(Renderer.render(prompt, Row.empty()));
        boolean isKnown = Simulators.ANALYST.catalog().find(text(call, "model")).isPresent();
        return new Recorded(line, kind(body), text(call, "source"), tokens.total(), tokens.band(), isKnown, input);
    }

    private static String kind(String body) {
        if (body.contains("\"web_search") || body.contains("\"prompt\": {") || body.contains("previous_response")) {
            return "server tools and state";
        }
        if (body.contains("\"input_file\"") || body.contains("\"type\": \"file\"") || body.contains("input_audio")) {
            return "files";
        }
        if (body.contains("\"image_url\"") || body.contains("\"input_image\"")) {
            return "pictures";
        }
        if (body.contains("\"type\": \"reasoning\"")) {
            return "reasoning";
        }
        if (body.contains("\"json_schema\"")) {
            return "schema";
        }
        if (body.contains("\"tool_call_id\"") || body.contains("\"function_call_output\"")) {
            return "history";
        }
        return body.contains("\"tools\": [{") ? "tools" : "plain";
    }

    private static String text(Map<String, String> call, String field) {
        return RawJson.text(call.get(field)).orElseThrow();
    }

    /// A recorded call; a model that is not known makes an estimate of every figure.
    private record Recorded(int line, String kind, String source, int counted, Band band, boolean isKnown,
            long recorded) {

        boolean isEstimate() {
            return !isKnown || !band.isExact();
        }

        /// A model without a tokenizer is counted 0.8 to 1.5 times what this says.
        boolean isRight() {
            return isKnown
                    ? band.holds(counted, recorded)
                    : recorded >= 0.8 * counted - band.below() && recorded <= 1.5 * counted + band.above();
        }

        double width() {
            return isKnown ? (band.above() + band.below()) / (double) recorded : 0.7;
        }

        /// A third of the cassettes.
        boolean isKeptBack() {
            return Math.floorMod(source.hashCode(), 3) == 0;
        }
    }
}
