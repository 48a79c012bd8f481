package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.RunPrinter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.Failure;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.SamplePrompt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunPrinterTest {

    private static final TokenRange EXACT = new TokenRange(1_842, 1_842, 1_842);
    private static final TokenRange ABOUT = new TokenRange(1_700, 1_842, 2_000);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private RunPrinter printer(RunPrinter.Form form, String model) {
        return new RunPrinter(new Console(CliRun.stream(out), CliRun.stream(err)), form,
                new RunPlan(SamplePrompt.prompt(model), Values.none(), List.of(0, 0, 0),
                        Pace.oneByOne(Duration.ZERO), Profile.simulator(),
                        Simulators.ANALYST.destination(model)));
    }

    private RunPrinter printer(RunPrinter.Form form) {
        return printer(form, "gpt-5.4");
    }

    private static void end(RunPrinter printer, Call call, TokenRange input) {
        printer.accept(new RunEvent.Started(call.number(), call.number() - 1, 3, input));
        printer.accept(new RunEvent.TextArrived(call.number(), "Hello"));
        printer.accept(new RunEvent.Finished(call, SampleCalls.EXCHANGE, CacheState.empty()));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aRunThatIsInterruptedBeforeItsFirstCallIsOneDocument() {
        printer(RunPrinter.Form.JSON).close();

        JsonNode json = RawJson.tree(out());
        assertThat(json.get("model").asText()).isEqualTo("gpt-5.4");
        assertThat(json.get("calls")).isEmpty();
        assertThat(json.at("/summary/calls").asInt()).isZero();
        assertThat(json.at("/summary/hitRate").isNull()).isTrue();
    }

    @Test
    void eachTryIsSaidOnce() {
        RunPrinter printer = printer(RunPrinter.Form.TABLE);
        Failure busy = new Failure.Known(Failure.Kind.RATE_LIMITED, 429, "Slow down",
                new Failure.Server("http://here/v1", ""), 2);
        for (int i = 1; i <= 2; i++) {
            printer.accept(new RunEvent.Started(1, 0, 3, EXACT));
            printer.accept(new RunEvent.Refused(1, i, busy, Duration.ofSeconds(2)));
            printer.accept(new RunEvent.Waiting(1, 2));
            printer.accept(new RunEvent.Waiting(1, 1));
        }

        assertThat(err()).containsExactly("call 1, try 1: Slow down; it is sent again in 2 seconds",
                "call 1, try 2: Slow down; it is sent again in 2 seconds");
    }

    @Test
    void aRunThatIsInterruptedClosesItsDocumentAfterWhatHasEnded() {
        RunPrinter printer = printer(RunPrinter.Form.JSON);
        end(printer, SampleCalls.cold(1), EXACT);
        end(printer, SampleCalls.warmCall(2), EXACT);
        printer.accept(new RunEvent.Started(3, 2, 3, EXACT));

        printer.close();

        JsonNode json = RawJson.tree(out());
        assertThat(json.get("calls")).extracting(call -> call.get("index").asInt() + " " + call.get("verdict").asText())
                .containsExactly("0 cold", "1 as forecast");
        assertThat(json.at("/summary/actualCached").asInt()).isEqualTo(1_536);
        assertThat(json.get("exact").asBoolean()).isTrue();
    }

    @Test
    void aRunThatIsStoppedSaysHowManyCallsItMade() {
        RunPrinter printer = printer(RunPrinter.Form.JSON);
        end(printer, SampleCalls.cold(1), EXACT);
        end(printer, SampleCalls.cancelled(2), EXACT);

        printer.stop();
        printer.close();

        assertThat(err()).containsExactly("stopped after 1 of 3 calls");
        assertThat(RawJson.tree(out()).at("/summary/planned").asInt()).isEqualTo(3);
    }

    @Test
    void aRunThatIsStoppedAfterItsLastCallWasNotStopped() {
        RunPrinter printer = printer(RunPrinter.Form.TABLE);
        IntStream.rangeClosed(1, 3).forEach(call -> end(printer, SampleCalls.warmCall(call), EXACT));

        printer.stop();
        printer.close();

        assertThat(err()).isEmpty();
    }

    @Test
    void theSummaryIsOfTheCallsThatWereAnswered() {
        RunPrinter printer = printer(RunPrinter.Form.JSON);
        Call answered = SampleCalls.warmCall(1);
        end(printer, answered, EXACT);
        end(printer, SampleCalls.failed(2), EXACT);
        end(printer, SampleCalls.cancelled(3), EXACT);

        printer.close();

        JsonNode summary = RawJson.tree(out()).get("summary");
        assertThat(summary.get("calls").asInt()).isEqualTo(3);
        assertThat(summary.get("input").asLong()).isEqualTo(answered.input());
        assertThat(summary.get("forecastCached").asLong()).isEqualTo(answered.forecast().split().cached());
    }

    @Test
    void aDocumentIsClosedOnce() {
        RunPrinter printer = printer(RunPrinter.Form.JSON);

        printer.close();
        printer.close();

        assertThat(out().lines()).hasSize(1);
    }

    @Test
    void whatHasEndedIsPrintedAtOnce() {
        RunPrinter printer = printer(RunPrinter.Form.JSON);

        end(printer, SampleCalls.cold(1), EXACT);

        assertThat(RawJson.tree(out() + "]}").get("calls")).hasSize(1);
    }

    @Test
    void everyLineOfJsonLinesIsADocumentOfOneCall() {
        RunPrinter printer = printer(RunPrinter.Form.JSON_LINES);
        end(printer, SampleCalls.cold(1), EXACT);
        end(printer, SampleCalls.failed(2), EXACT);
        end(printer, SampleCalls.cancelled(3), EXACT);

        printer.close();

        assertThat(out().lines().map(RawJson::tree).map(call -> call.get("verdict").asText()))
                .containsExactly("cold", "failed", "cancelled");
    }

    @Test
    void aRunWithoutCallsHasNoLinesOfJson() {
        printer(RunPrinter.Form.JSON_LINES).close();

        assertThat(out()).isEmpty();
    }

    @Test
    void aFailedCallSaysWhyBesideTheResult() {
        RunPrinter printer = printer(RunPrinter.Form.JSON_LINES);

        end(printer, SampleCalls.failed(2), EXACT);

        assertThat(err()).singleElement().asString().startsWithIgnoringCase("call 2 failed").contains("429",
                "Rate limit reached for gpt-5.4: 3 requests per minute.", "Wait 20 seconds");
        assertThat(RawJson.tree(out()).get("error").get("status").asInt()).isEqualTo(429);
        assertThat(RawJson.tree(out()).has("actual")).isFalse();
        assertThat(printer.hasFailed()).isTrue();
    }

    @Test
    void aCallThatCouldNotBeKeptIsSaidInOneLineBesideTheResult() {
        RunPrinter printer = printer(RunPrinter.Form.JSON);
        Call call = SampleCalls.cold(1);
        end(printer, call, EXACT);

        printer.accept(new RunEvent.NotKept(call, SampleCalls.EXCHANGE, "No space\n left on device"));
        printer.close();

        assertThat(err()).containsExactly("No call could be written to disk: No space left on device. What is printed "
                + "here is all there is of 1 call");
        assertThat(printer.hasLost()).isTrue();
        assertThat(RawJson.tree(out()).get("calls")).hasSize(1);
        assertThat(printer.hasFailed()).isFalse();
    }

    @Test
    void aTableHasAHeadALineForEachCallAndASentence() {
        RunPrinter printer = printer(RunPrinter.Form.TABLE);
        end(printer, SampleCalls.cold(1), EXACT);
        end(printer, SampleCalls.warmCall(2), EXACT);

        printer.close();

        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0).strip()).startsWith("call").endsWith("verdict");
        assertThat(lines.get(1)).matches(" *1 +1,846 +0 +0 +- +812 ms +1,204 ms +\\$0\\.005860 +cold");
        assertThat(lines.get(2)).contains("1,536").endsWith("as forecast");
        assertThat(lines.get(3)).isEmpty();
        assertThat(lines.get(4))
                .matches("hit rate 41\\.6 ?%, 2 of 2 as forecast, input cost \\$0\\.005774 .*\\$0\\.009230");
    }

    @Test
    void someOfTheCallsThatCouldNotBeKeptAreNotAll() {
        RunPrinter printer = printer(RunPrinter.Form.JSON_LINES);
        end(printer, SampleCalls.cold(1), EXACT);
        end(printer, SampleCalls.warmCall(2), EXACT);
        printer.accept(new RunEvent.NotKept(SampleCalls.warmCall(2), SampleCalls.EXCHANGE, "No space left on device"));

        printer.close();

        assertThat(err()).singleElement().asString().startsWith("Not every call could be written to disk: No space");
    }

    @Test
    void inputThatNoServerReportedIsMarked() {
        RunPrinter printer = printer(RunPrinter.Form.TABLE);
        end(printer, SampleCalls.failed(1), EXACT);

        assertThat(out().lines().toList().get(1)).matches(" *1 +≈ 1,849 .*");
    }

    @Test
    void aTableOfEstimatesSaysSo() {
        RunPrinter printer = printer(RunPrinter.Form.TABLE);
        end(printer, SampleCalls.cold(1), EXACT);
        end(printer, SampleCalls.warmCall(2), ABOUT);

        printer.close();

        assertThat(out().lines().toList().getLast()).endsWith("; forecasts are estimates");
    }

    @Test
    void aTableOfNothingSaysThatNothingWasReported() {
        printer(RunPrinter.Form.TABLE).close();

        assertThat(out().lines().toList().getLast()).startsWith("hit rate not reported, 0 of 0 as forecast");
    }

    @Test
    void aTableWithoutAnAnswerKnowsNoCost() {
        RunPrinter printer = printer(RunPrinter.Form.TABLE);
        end(printer, SampleCalls.failed(1), EXACT);

        printer.close();

        assertThat(out().lines().toList().getLast()).startsWith("hit rate not reported").doesNotContain("cost", "$");
    }

    @Test
    void withoutRulesThereIsNoForecastInAnyForm() {
        Call call = SampleCalls.answered(1, SampleCalls.forecast(0, 1_842, MissReason.NO_RULES, ""), 0, 200);
        RunPrinter printer = printer(RunPrinter.Form.JSON, "of-nobody");
        end(printer, call, ABOUT);

        printer.close();

        JsonNode json = RawJson.tree(out());
        assertThat(json.get("rules").isNull()).isTrue();
        assertThat(json.at("/calls/0/forecast").isNull()).isTrue();
        assertThat(json.at("/calls/0/verdict").asText()).isEqualTo("no forecast");
        assertThat(json.at("/summary/forecastCached").isNull()).isTrue();
        assertThat(json.get("exact").asBoolean()).isFalse();
    }

    @Test
    void callsAreGivenInTheOrderInWhichTheyEnded() {
        RunPrinter printer = printer(RunPrinter.Form.JSON_LINES);
        printer.accept(new RunEvent.Started(1, 0, 2, EXACT));
        end(printer, SampleCalls.warmCall(2), EXACT);
        printer.accept(new RunEvent.Finished(SampleCalls.cold(1), SampleCalls.EXCHANGE, CacheState.empty()));

        assertThat(printer.calls()).extracting(Call::number).containsExactly(2, 1);
    }
}
