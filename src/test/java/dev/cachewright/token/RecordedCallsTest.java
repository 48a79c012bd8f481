package dev.cachewright.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.catalog.Model;
import dev.cachewright.format.RawJson;
import dev.cachewright.format.RequestBodyReader;
import dev.cachewright.format.UsageReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Counts recorded calls to OpenAI as their servers did.
class RecordedCallsTest {

    private static final Path RECORDED = Path.of("../shared/data/openai-usage.jsonl");
    private static final String PLAIN = "plain";

    @Test
    void plainCallsOfKnownModelsAreCountedAsRecorded() throws IOException {
        List<Counted> calls = counted();
        report(calls);

        List<Counted> plain = calls.stream().filter(call -> call.kind().equals(PLAIN) && call.family().equals(PLAIN))
                .toList();
        // One Responses call of gpt-4.1-mini was recorded with a token more than its text explains.
        assertThat(plain).hasSizeGreaterThanOrEqualTo(47);
        assertThat(plain).filteredOn(call -> !call.isExact()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void ninetyOfAHundredPlainCallsAreExactWhateverTheModel() throws IOException {
        List<Counted> plain = counted().stream().filter(call -> call.kind().equals(PLAIN)).toList();

        double exact = plain.stream().filter(Counted::isExact).count() / (double) plain.size();

        assertThat(exact).isGreaterThanOrEqualTo(0.9);
    }

    private static void report(List<Counted> calls) {
        Map<String, List<Counted>> groups = calls.stream().collect(Collectors.groupingBy(
                call -> call.kind() + ", " + call.family() + " models", TreeMap::new, Collectors.toList()));
        groups.forEach((name, group) -> System.out.println("Counted exactly: " + group.stream().filter(
                Counted::isExact).count() + " of " + group.size() + " (" + name + ")"));
    }

    private static List<Counted> counted() throws IOException {
        assumeTrue(Files.exists(RECORDED), RECORDED + " is not there");
        return Files.readAllLines(RECORDED).stream().map(RawJson::fields).map(RecordedCallsTest::count).toList();
    }

    private static Counted count(SequencedMap<String, String> call) {
        String model = text(call, "model");
        var prompt = RequestBodyReader.read(call.get("request"), Api.ofEndpoint(text(call, "endpoint")).orElseThrow());
        int counted = Simulators.ANALYST.counterFor(model).count(Renderer.render(prompt, Row.empty())).total();
        String family = Simulators.ANALYST.catalog().find(model).map(RecordedCallsTest::family).orElse("unknown");
        return new Counted(text(call, "kind"), family, counted, UsageReader.read(call.get("usage")).input()
                .orElseThrow());
    }

    private static String family(Model model) {
        return model.isReasoning() ? "reasoning" : PLAIN;
    }

    private static String text(Map<String, String> call, String field) {
        return RawJson.text(call.get(field)).orElseThrow();
    }

    /// A recorded call.
    ///
    /// @param kind what it holds beside text
    /// @param family whether its model thinks before it answers
    private record Counted(String kind, String family, int counted, long recorded) {

        boolean isExact() {
            return counted == recorded;
        }
    }
}
