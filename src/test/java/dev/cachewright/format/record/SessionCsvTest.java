package dev.cachewright.format.record;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.cachewright.cache.MissReason;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Usage;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCsvTest {

    private static String write(List<Call> calls) throws IOException {
        var out = new StringWriter();
        SessionCsv.write(calls, out);
        return out.toString();
    }

    private static NamedCsvRecord line(Call call) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(write(List.of(call))).stream().findFirst().orElseThrow();
    }

    private static Call to(CallTarget target) {
        Call call = SampleCalls.warmCall(1);
        return new Call(1, target, call.forecast(), call.measurement(), call.bill());
    }

    @Test
    void theHeadHasTheNamesThatStay() throws IOException {
        assertThat(write(List.of())).isEqualTo("number,time,model,profile,api,prompt,edition,control,verdict,"
                + "unexpected_miss,result,finish_reason,response_id,status,error,tries,input,cached,written,"
                + "written_long,uncached,output,forecast_cached,forecast_written,forecast_uncached,promised,changed_in,"
                + "cost,cost_uncached,cost_perfect,sent_ms,first_byte_ms,ttft_ms,last_token_ms,total_ms,ping\n");
    }

    @Test
    void aCallIsOneLineWithItsFigures() throws IOException {
        NamedCsvRecord line = line(SampleCalls.missed(8));

        assertThat(line.getField("number")).isEqualTo("8");
        assertThat(line.getField("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(line.getField("model")).isEqualTo("gpt-5.4");
        assertThat(line.getField("verdict")).isEqualTo("prefix changed");
        assertThat(line.getField("changed_in")).isEqualTo("policy");
        assertThat(line.getField("result")).isEqualTo("answered");
        assertThat(line.getField("input")).isEqualTo("1851");
        assertThat(line.getField("cached")).isEqualTo("0");
        assertThat(line.getField("uncached")).isEqualTo("1851");
        assertThat(line.getField("promised")).isEqualTo("1536");
        assertThat(line.getField("cost")).isEqualTo("0.00586");
        assertThat(line.getField("ttft_ms")).isEqualTo("806");
        assertThat(line.getField("total_ms")).isEqualTo("1204");
    }

    @Test
    void whatIsNotKnownIsEmptyAndNever0() throws IOException {
        NamedCsvRecord line = line(SampleCalls.failed(2));

        assertThat(List.of("input", "cached", "written", "uncached", "output", "cost", "cost_uncached", "cost_perfect",
                "ttft_ms", "finish_reason")).allSatisfy(name -> assertThat(line.getField(name)).as(name).isEmpty());
        assertThat(line.getField("status")).isEqualTo("429");
        assertThat(line.getField("error")).isEqualTo("rate_limited");
    }

    @Test
    void withoutRulesNothingWasForecast() throws IOException {
        NamedCsvRecord line = line(SampleCalls.answered(1, SampleCalls.forecast(0, 900, MissReason.NO_RULES, ""), 0,
                300));

        assertThat(List.of("forecast_cached", "forecast_written", "forecast_uncached", "promised")).allSatisfy(
                name -> assertThat(line.getField(name)).as(name).isEmpty());
    }

    @Test
    void whatIsWrittenIsNotUncached() throws IOException {
        var usage = new Usage(OptionalLong.of(1_000), OptionalLong.of(600), OptionalLong.of(300), OptionalLong.of(7),
                "{}");

        NamedCsvRecord line = line(SampleCalls.call(1, SampleCalls.forecast(600, 1_000, MissReason.NONE, ""),
                new CallResult.Answered("stop"), usage, Optional.empty()));

        assertThat(line.getField("uncached")).isEqualTo("100");
        assertThat(line.getField("written")).isEqualTo("300");
        assertThat(line.getField("output")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\n=1", " =1", "＝1"})
    void noTextIsAFormula(String text) throws IOException {
        NamedCsvRecord line = line(to(new CallTarget(text, text, Api.CHAT, new PromptMark(text, "e"))));

        assertThat(List.of("model", "profile", "prompt")).allSatisfy(
                name -> assertThat(line.getField(name)).as(name).isEqualTo("'" + text));
    }

    @Test
    void quotesCommasAndLineBreaksStayInTheirCell() throws IOException {
        String name = "a \"b\", c\nd";

        assertThat(line(to(new CallTarget("p", name, Api.CHAT))).getField("model")).isEqualTo(name);
    }
}
