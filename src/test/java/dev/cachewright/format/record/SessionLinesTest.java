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
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
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
    private static final Exchange EXCHANGE = new Exchange("{\"model\": \"gpt-5.4\"}", "Hel");
    private static final String BODY = "{\"model\": \"gpt-5.4\", \"input\": \"Hi\\n{{there}}\"}";
    private static final CallForecast FORECAST = new CallForecast(new InputSplit(1536, 0, 306), Optional.of(
            new Money(1_149_000_000L)), 1536, MissReason.NONE, "");

    @Test
    void anAnsweredCallComesBack() {
        var bill = new Call.Bill(Optional.of(new Money(2_349_000_000L)), Optional.of(new Money(5_805_000_001L)));
        var timing = new Timing(AT, Optional.of(Duration.ofMillis(412)), Duration.ofMillis(1_930));
        Call call = call(3, new Call.Measurement(new CallResult.Answered("completed"), UsageReader
                .read(USAGE), timing), FORECAST, bill);

        assertThat(read(call)).isEqualTo(new SessionLines.Line(call, EXCHANGE));
    }

    @Test
    void aCallKnowsOfWhichPromptItWas() {
        Call call = answered(USAGE);
        var target = new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES, new PromptMark("a b.prompt", "0f"));
        Call known = new Call(1, target, call.forecast(), call.measurement(), call.bill());

        assertThat(write(known)).contains("\"prompt\": \"a b.prompt\", \"edition\": \"0f\"");
        assertThat(read(known)).isEqualTo(new SessionLines.Line(known, EXCHANGE));
        assertThat(write(call)).doesNotContain("edition");
    }

    @ParameterizedTest
    @EnumSource
    void aReplyItsTimesAndTheTriesBeforeItComeBack(Purpose purpose) {
        var exchange = new Exchange(BODY, List.of(), "Hi",
                "[ {\"type\":\"reasoning\",\"encrypted_content\":\"gAAA+/=\"} ]");
        var timing = new Timing(AT, Optional.of(Duration.ofMillis(1)), Optional.of(Duration.ofMillis(80)),
                Optional.of(Duration.ofMillis(90)), Optional.of(Duration.ofMillis(400)), Duration.ofMillis(410));
        Failure busy = new Failure.Known(Failure.Kind.SERVER_ERROR, 529, "Overloaded",
                new Failure.Server("https://api.anthropic.com", "ANTHROPIC_API_KEY"), 3);
        var measured = new Call.Measurement(new CallResult.Answered("stop", "resp_1", "{\"type\":\"cache_hit\"}"),
                UsageReader.read(USAGE),
                timing, List.of(busy, busy));
        var target = new CallTarget("Claude", "claude-opus-5", Api.MESSAGES, PromptMark.unknown(),
                purpose);
        Call plain = answered(USAGE);
        Call call = new Call(4, target, plain.forecast(), measured, plain.bill());

        assertThat(SessionLines.read(SessionLines.write(call, exchange)))
                .isEqualTo(new SessionLines.Line(call, exchange));
    }

    @Test
    void aCancelledCallComesBack() {
        var forecast = new CallForecast(new InputSplit(0, 12, 5, 7), Optional.empty(), 1536, MissReason.PREFIX_CHANGED,
                new Divergence(7, "input_changed", new Place("policy", 12), Divergence.BodyPlace.NONE, "old", "new"),
                new CallForecast.Certainty(new Band(12, 34), false));
        var timing = new Timing(AT, Optional.of(Duration.ZERO), Duration.ofMillis(80));
        Call call = call(1, new Call.Measurement(new CallResult.Cancelled(), Usage.unknown(), timing), forecast,
                new Call.Bill(Optional.empty(), Optional.empty()));

        assertThat(read(call)).isEqualTo(new SessionLines.Line(call, EXCHANGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n  \"model\": \"m\",\r\n\t\"input\": \"a  b\\nc\"  \n\n}", "{\"a\": 1}", "{\"a\":\n1}\n",
            "{ \n \t \"a\" \n: [1,\n     2] }"})
    void theBodyComesBackToTheCharacter(String body) {
        assertThat(SessionLines.read(SessionLines.write(answered(USAGE), new Exchange(body, ""))).exchange().body())
                .isEqualTo(body);
    }

    @Test
    void aBodyOfAnEarlierVersionStaysOnItsLine() {
        String line = SessionLines.write(answered(USAGE), new Exchange("{\n\"model\": \"m\"}", "")).replaceFirst(
                "\"breaks\": [^]]*], ",
                "");

        assertThat(line).doesNotContain("breaks");
        assertThat(SessionLines.read(line).exchange().body()).isEqualTo("{ \"model\": \"m\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aFailedCallComesBack(Failure.Kind kind) {
        Call call = failed(new Failure.Known(kind, 429, "Rate limit\nreached",
                new Failure.Server("https://api.openai.com/v1", "OPENAI_API_KEY"), 20));

        assertThat(read(call)).isEqualTo(new SessionLines.Line(call, EXCHANGE));
    }

    @Test
    void aFailureThatAnEarlierVersionPutIntoWordsKeepsThem() {
        Call worded = failed(new Failure.Worded(429, "Rate limit reached", "Wait 20 s, then send again"));
        String line = write(worded);

        assertThat(line).contains("\"result\": {\"end\": \"failed\", \"status\": 429, \"message\": "
                + "\"Rate limit reached\", \"advice\": \"Wait 20 s, then send again\", \"text\": \"Hel\"}");
        assertThat(SessionLines.read(line).call()).isEqualTo(worded);
    }

    @Test
    void aFailureOfAKindThatIsNotKnownKeepsTheServersWords() {
        String line = write(failed(new Failure.Known(Failure.Kind.REFUSED, 451, "Not there",
                new Failure.Server("a", "b"), 0))).replace("refused", "blocked_by_law");

        assertThat(SessionLines.read(line).call()).isEqualTo(failed(new Failure.Worded(451, "Not there", "")));
    }

    @Test
    void aLineHasTheFieldsThatReplayReads() {
        String body = "{\n  \"model\": \"gpt-5.4\",\r\n  \"input\": \"Hi\\nthere\"\n}";

        String line = SessionLines.write(answered(USAGE.replace(", ", ",\n")), new Exchange(body, ""));

        assertThat(line).doesNotContain("\n", "\r");
        JsonNode json = RawJson.tree(line);
        assertThat(json.path("at").asText()).isEqualTo("2026-11-23T09:41:02.123Z");
        assertThat(json.path("endpoint").asText()).isEqualTo("/v1/responses");
        assertThat(json.path("model").asText()).isEqualTo("gpt-5.4");
        assertThat(json.path("request")).isEqualTo(RawJson.tree(body));
        assertThat(json.path("usage")).isEqualTo(RawJson.tree(USAGE));
        assertThat(json.path("verdict").asText()).isEqualTo("as forecast");
    }

    @Test
    void aCallWithoutUsageSaysSo() {
        JsonNode json = RawJson.tree(write(answered("")));

        assertThat(json.path("usage").isNull()).isTrue();
        assertThat(json.path("cost").isNull()).isTrue();
        assertThat(json.path("verdict").asText()).isEqualTo("not reported");
    }

    @Test
    void aLineThatIsCutOffIsNotACall() {
        String line = write(answered(USAGE));

        assertThatExceptionOfType(InputException.class).isThrownBy(() -> SessionLines.read(line.substring(0, line
                .length() / 2)));
    }

    private static String write(Call call) {
        return SessionLines.write(call, EXCHANGE);
    }

    private static SessionLines.Line read(Call call) {
        return SessionLines.read(write(call));
    }

    private static Call failed(Failure failure) {
        var timing = new Timing(AT, Optional.empty(), Duration.ofMillis(7));
        return call(2, new Call.Measurement(new CallResult.Failed(failure), Usage.unknown(), timing), FORECAST,
                new Call.Bill(Optional.empty(), Optional.empty()));
    }

    private static Call answered(String usage) {
        var timing = new Timing(AT, Optional.empty(), Duration.ofMillis(5));
        var measurement = new Call.Measurement(new CallResult.Answered("completed"), UsageReader.read(usage),
                timing);
        return new Call(1, new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES), FORECAST, measurement,
                new Call.Bill(Optional.empty(), Optional.empty()));
    }

    private static Call call(int number, Call.Measurement measurement, CallForecast forecast, Call.Bill bill) {
        return new Call(number, new CallTarget("Simulator", "gpt-5.4", Api.RESPONSES), forecast, measurement, bill);
    }
}
