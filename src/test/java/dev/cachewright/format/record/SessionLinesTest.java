package dev.cachewright.format.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Reply;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionLinesTest {

    private static final Instant AT = Instant.parse("2026-11-23T09:41:02.123Z");
    private static final String USAGE = "{\"input_tokens\": 1842, \"input_tokens_details\": {\"cached_tokens\": 1536}}";
    private static final String BODY = "{\"model\": \"gpt-5.4\", \"input\": \"Hi\\n{{there}}\"}";
    private static final CallForecast FORECAST = new CallForecast(new InputSplit(1536, 0, 306), Optional.of(
            new Money(1_149_000_000L)), 1536, MissReason.NONE, "");

    @Test
    void anAnsweredCallComesBack() {
        var bill = new Call.Bill(Optional.of(new Money(2_349_000_000L)), Optional.of(new Money(5_805_000_001L)));
        var timing = new Timing(AT, Optional.of(Duration.ofMillis(412)), Duration.ofMillis(1_930));
        Call call = call(3, new Call.Measurement(new CallResult.Answered("Hello,\n\"you\"", "completed"), UsageReader
                .read(USAGE), timing), FORECAST, bill);

        assertThat(SessionLines.read(SessionLines.write(call))).isEqualTo(call);
    }

    @Test
    void aCallKnowsOfWhichPromptItWas() {
        Call call = answered(BODY, USAGE);
        var target = new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES, new PromptMark("a b.prompt", "0f"));
        Call known = new Call(1, target, call.body(), call.forecast(), call.measurement(), call.bill());

        assertThat(SessionLines.write(known)).contains("\"prompt\": \"a b.prompt\", \"edition\": \"0f\"");
        assertThat(SessionLines.read(SessionLines.write(known))).isEqualTo(known);
        assertThat(SessionLines.write(call)).doesNotContain("edition");
    }

    @Test
    void aReplyItsTimesAndTheTriesBeforeItComeBack() {
        var reply = new Reply("resp_1", "[ {\"type\":\"reasoning\",\"encrypted_content\":\"gAAA+/=\"} ]",
                "{\"type\":\"cache_hit\"}");
        var timing = new Timing(AT, Optional.of(Duration.ofMillis(1)), Optional.of(Duration.ofMillis(80)),
                Optional.of(Duration.ofMillis(90)), Optional.of(Duration.ofMillis(400)), Duration.ofMillis(410));
        Failure busy = new Failure.Known(Failure.Kind.SERVER_ERROR, 529, "Overloaded",
                new Failure.Server("https://api.anthropic.com", "ANTHROPIC_API_KEY"), 3);
        var measured = new Call.Measurement(new CallResult.Answered("Hi", "stop", reply), UsageReader.read(USAGE),
                timing, List.of(busy, busy));
        var target = new CallTarget("Claude", "claude-opus-5", Api.MESSAGES, PromptMark.unknown(), true);
        Call plain = answered(BODY, USAGE);
        Call call = new Call(4, target, plain.body(), plain.forecast(), measured, plain.bill());

        assertThat(SessionLines.read(SessionLines.write(call))).isEqualTo(call);
    }

    @Test
    void aCancelledCallComesBack() {
        var forecast = new CallForecast(new InputSplit(0, 12, 5, 7), Optional.empty(), 1536, MissReason.PREFIX_CHANGED,
                new Divergence(7, "input_changed", new Place("policy", 12), Divergence.BodyPlace.NONE, "old", "new"),
                new CallForecast.Certainty(new Band(12, 34), false));
        var timing = new Timing(AT, Optional.of(Duration.ZERO), Duration.ofMillis(80));
        Call call = call(1, new Call.Measurement(new CallResult.Cancelled("Hel"), Usage.unknown(), timing), forecast,
                new Call.Bill(Optional.empty(), Optional.empty()));

        assertThat(SessionLines.read(SessionLines.write(call))).isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n  \"model\": \"m\",\r\n\t\"input\": \"a  b\\nc\"  \n\n}", "{\"a\": 1}", "{\"a\":\n1}\n",
            "{ \n \t \"a\" \n: [1,\n     2] }"})
    void theBodyComesBackToTheCharacter(String body) {
        assertThat(SessionLines.read(SessionLines.write(answered(body, USAGE))).body()).isEqualTo(body);
    }

    @Test
    void aBodyOfAnEarlierVersionStaysOnItsLine() {
        String line = SessionLines.write(answered("{\n\"model\": \"m\"}", USAGE)).replaceFirst("\"breaks\": [^]]*], ",
                "");

        assertThat(line).doesNotContain("breaks");
        assertThat(SessionLines.read(line).body()).isEqualTo("{ \"model\": \"m\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aFailedCallComesBack(Failure.Kind kind) {
        Call call = failed(new Failure.Known(kind, 429, "Rate limit\nreached",
                new Failure.Server("https://api.openai.com/v1", "OPENAI_API_KEY"), 20));

        assertThat(SessionLines.read(SessionLines.write(call))).isEqualTo(call);
    }

    @Test
    void aFailureThatAnEarlierVersionPutIntoWordsKeepsThem() {
        Call worded = failed(new Failure.Worded(429, "Rate limit reached", "Wait 20 s, then send again"));
        String line = SessionLines.write(worded);

        assertThat(line).contains("\"result\": {\"end\": \"failed\", \"status\": 429, \"message\": "
                + "\"Rate limit reached\", \"advice\": \"Wait 20 s, then send again\", \"text\": \"Hel\"}");
        assertThat(SessionLines.read(line)).isEqualTo(worded);
    }

    @Test
    void aFailureOfAKindThatIsNotKnownKeepsTheServersWords() {
        String line = SessionLines.write(failed(new Failure.Known(Failure.Kind.REFUSED, 451, "Not there",
                new Failure.Server("a", "b"), 0))).replace("refused", "blocked_by_law");

        assertThat(SessionLines.read(line)).isEqualTo(failed(new Failure.Worded(451, "Not there", "")));
    }

    @Test
    void aLineHasTheFieldsThatReplayReads() {
        Call call = answered("{\n  \"model\": \"gpt-5.4\",\r\n  \"input\": \"Hi\\nthere\"\n}",
                USAGE.replace(", ", ",\n"));

        String line = SessionLines.write(call);

        assertThat(line).doesNotContain("\n", "\r");
        JsonNode json = RawJson.tree(line);
        assertThat(json.path("at").asText()).isEqualTo("2026-11-23T09:41:02.123Z");
        assertThat(json.path("endpoint").asText()).isEqualTo("/v1/responses");
        assertThat(json.path("model").asText()).isEqualTo("gpt-5.4");
        assertThat(json.path("request")).isEqualTo(RawJson.tree(call.body()));
        assertThat(json.path("usage")).isEqualTo(RawJson.tree(USAGE));
        assertThat(json.path("verdict").asText()).isEqualTo("as forecast");
    }

    @Test
    void aCallWithoutUsageSaysSo() {
        JsonNode json = RawJson.tree(SessionLines.write(answered(BODY, "")));

        assertThat(json.path("usage").isNull()).isTrue();
        assertThat(json.path("cost").isNull()).isTrue();
        assertThat(json.path("verdict").asText()).isEqualTo("not reported");
    }

    @Test
    void aLineThatIsCutOffIsNotACall() {
        String line = SessionLines.write(answered(BODY, USAGE));

        assertThatExceptionOfType(InputException.class).isThrownBy(() -> SessionLines.read(line.substring(0, line
                .length() / 2)));
    }

    private static Call failed(Failure failure) {
        var timing = new Timing(AT, Optional.empty(), Duration.ofMillis(7));
        return call(2, new Call.Measurement(new CallResult.Failed("Hel", failure), Usage.unknown(), timing), FORECAST,
                new Call.Bill(Optional.empty(), Optional.empty()));
    }

    private static Call answered(String body, String usage) {
        var timing = new Timing(AT, Optional.empty(), Duration.ofMillis(5));
        var measurement = new Call.Measurement(new CallResult.Answered("", "completed"), UsageReader.read(usage),
                timing);
        return new Call(1, new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES), body, FORECAST, measurement,
                new Call.Bill(Optional.empty(), Optional.empty()));
    }

    private static Call call(int number, Call.Measurement measurement, CallForecast forecast, Call.Bill bill) {
        return new Call(number, new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES), BODY, forecast, measurement,
                bill);
    }
}
