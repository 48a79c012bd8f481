package dev.cachewright.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.MissReason;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Profile;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
import dev.cachewright.session.Usage;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import dev.cachewright.ui.SampleCalls;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpTelemetryTest {

    private static final Telemetry.Origin ORIGIN = new Telemetry.Origin("2026-11-23T09-00-00-000", Profile.openAi(),
            true);

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Collector collector;

    @BeforeEach
    void start() throws IOException {
        collector = new Collector();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    private void send(Map<String, String> environment, Telemetry.Origin origin, Call... calls) {
        try (Telemetry telemetry = new OtlpTelemetries(environment, "1.2.3")
                .open(TelemetryEndpoint.checked(collector.url()), told::add)) {
            for (Call call : calls) {
                telemetry.finished(call, origin);
            }
        }
    }

    private Map<String, String> span(Telemetry.Origin origin, Call call) {
        send(Map.of(), origin, call);
        return Collector.texts(collector.spans().getLast().getAttributesList());
    }

    private static Call with(Usage usage, CallTarget target) {
        Call call = SampleCalls.call(3, SampleCalls.forecast(1_536, 1_840, MissReason.NONE, ""),
                new CallResult.Answered("stop", "resp_1", ""), usage, Optional.of(Duration.ofMillis(240)));
        return new Call(3, target, call.forecast(), call.measurement(), call.bill());
    }

    @Test
    void aCallIsASpanOfTheClientWithItsMeasuredTimes() {
        Call call = SampleCalls.warmCall(2);
        send(Map.of(), ORIGIN, call);

        Span span = collector.spans().getFirst();
        var at = call.measurement().timing().at();
        long began = at.getEpochSecond() * 1_000_000_000L + at.getNano();
        assertThat(span.getName()).isEqualTo("chat gpt-5.4");
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(span.getStartTimeUnixNano()).isEqualTo(began);
        assertThat(span.getEndTimeUnixNano() - began).isEqualTo(call.measurement().timing().total().toNanos());
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
        assertThat(told).isEmpty();
    }

    @Test
    void aSpanSaysWhatWasReportedAndForecast() {
        var usage = new Usage(OptionalLong.of(1_840), OptionalLong.of(1_536), OptionalLong.of(200), OptionalLong.of(17),
                "{}");
        var target = new CallTarget("OpenAI", "gpt-5.6", Api.RESPONSES, new PromptMark("support.prompt", "ab12"),
                Purpose.CONTROL);

        assertThat(span(ORIGIN, with(usage, target))).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("gen_ai.operation.name", "chat"), Map.entry("gen_ai.provider.name", "openai"),
                Map.entry("gen_ai.request.model", "gpt-5.6"), Map.entry("gen_ai.request.stream", "true"),
                Map.entry("gen_ai.response.id", "resp_1"), Map.entry("gen_ai.response.finish_reasons", "[stop]"),
                Map.entry("gen_ai.response.time_to_first_chunk", "0.24"),
                Map.entry("gen_ai.usage.input_tokens", "1840"), Map.entry("gen_ai.usage.output_tokens", "17"),
                Map.entry("gen_ai.usage.cache_read.input_tokens", "1536"),
                Map.entry("gen_ai.usage.cache_creation.input_tokens", "200"),
                Map.entry("server.address", "api.openai.com"), Map.entry("server.port", "443"),
                Map.entry("cachewright.verdict", "as forecast"), Map.entry("cachewright.unexpected_miss", "false"),
                Map.entry("cachewright.forecast.cached_tokens", "1536"),
                Map.entry("cachewright.forecast.written_tokens", "0"),
                Map.entry("cachewright.session.id", "2026-11-23T09-00-00-000"),
                Map.entry("cachewright.call.number", "3"), Map.entry("cachewright.call.tries", "1"),
                Map.entry("cachewright.prompt.name", "support.prompt"),
                Map.entry("cachewright.prompt.edition", "ab12"), Map.entry("cachewright.control", "true"),
                Map.entry("cachewright.cost.usd", "0.002404"), Map.entry("cachewright.cost_uncached.usd", "0.00586")));
    }

    @Test
    void whatWasNotReportedIsLeftOutAndNever0() {
        Map<String, String> span = span(new Telemetry.Origin("s", Profile.simulator(), false),
                with(Usage.unknown(), new CallTarget("Simulator", "gpt-5.4", Api.CHAT)));

        assertThat(span.keySet()).noneMatch(name -> name.startsWith("gen_ai.usage."))
                .doesNotContain("gen_ai.response.time_to_first_chunk", "server.address", "server.port",
                        "cachewright.prompt.name", "cachewright.cost.usd");
        assertThat(span).containsEntry("gen_ai.provider.name", "cachewright.simulator");
        assertThat(collector.metrics()).containsOnlyKeys("gen_ai.client.operation.duration");
    }

    @Test
    void withoutRulesNothingIsForecast() {
        assertThat(span(ORIGIN, SampleCalls.answered(1, SampleCalls.forecast(0, 900, MissReason.NO_RULES, ""), 0, 300)))
                .doesNotContainKeys("cachewright.forecast.cached_tokens", "cachewright.forecast.written_tokens");
    }

    @Test
    void aFailureIsAnErrorByItsStatusWithoutTheWordsOfTheServer() {
        send(Map.of(), ORIGIN, SampleCalls.failed(4));

        Span span = collector.spans().getFirst();
        assertThat(Collector.texts(span.getAttributesList())).containsEntry("error.type", "429")
                .doesNotContainKey("gen_ai.response.id");
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(collector.wire()).doesNotContain("Rate limit reached");
    }

    @Test
    void aStoppedCallIsNoSuccess() {
        assertThat(span(ORIGIN, SampleCalls.cancelled(5))).containsEntry("error.type", "cancelled");
    }

    @Test
    void histogramsHaveTheAdvisedBuckets() {
        send(Map.of(), ORIGIN, SampleCalls.cold(1), SampleCalls.warmCall(2), SampleCalls.failed(3));

        Map<String, Metric> metrics = collector.metrics();
        assertThat(metrics).containsOnlyKeys("gen_ai.client.token.usage", "gen_ai.client.operation.duration",
                "gen_ai.client.operation.time_to_first_chunk");
        assertThat(metrics.get("gen_ai.client.token.usage").getUnit()).isEqualTo("{token}");
        assertThat(metrics.get("gen_ai.client.operation.duration").getUnit()).isEqualTo("s");
        HistogramDataPoint input = point(metrics.get("gen_ai.client.token.usage"), "gen_ai.token.type", "input");
        assertThat(input.getExplicitBoundsList()).startsWith(1.0, 4.0, 16.0).endsWith(16_777_216.0, 67_108_864.0)
                .hasSize(14);
        assertThat(input.getCount()).isEqualTo(2);
        assertThat(input.getSum()).isEqualTo(1_846 + 1_842);
        HistogramDataPoint failed = point(metrics.get("gen_ai.client.operation.duration"), "error.type", "429");
        assertThat(failed.getExplicitBoundsList()).startsWith(0.01, 0.02).endsWith(40.96, 81.92).hasSize(14);
        assertThat(failed.getSum()).isEqualTo(1.204);
        HistogramDataPoint first = metrics.get("gen_ai.client.operation.time_to_first_chunk").getHistogram()
                .getDataPoints(0);
        assertThat(first.getCount()).isEqualTo(2);
        assertThat(first.getMin()).isEqualTo(0.24);
    }

    private static HistogramDataPoint point(Metric metric, String attribute, String value) {
        return metric.getHistogram().getDataPointsList().stream()
                .filter(point -> value.equals(Collector.texts(point.getAttributesList()).get(attribute))).findFirst()
                .orElseThrow();
    }

    @Test
    void theProgramIsNamedAndNeitherTheMachineNorItsUser() {
        send(Map.of(), ORIGIN, SampleCalls.cold(1));

        assertThat(collector.resources()).isNotEmpty().allSatisfy(resource -> assertThat(
                Collector.texts(resource.getAttributesList())).containsEntry("service.name", "cachewright")
                .containsEntry("service.version", "1.2.3").containsOnlyKeys("service.name", "service.version",
                        "telemetry.sdk.language", "telemetry.sdk.name", "telemetry.sdk.version"));
        assertThat(collector.wire()).doesNotContain(System.getProperty("user.name") + "@",
                SampleCalls.EXCHANGE.answer());
    }

    @Test
    void headersOfTheEnvironmentGoToItsOwnServerAlone() {
        String headers = "authorization=Bearer%20abc+1,x-team = blue";
        send(Map.of("OTEL_EXPORTER_OTLP_HEADERS", headers, "OTEL_EXPORTER_OTLP_ENDPOINT", collector.url()), ORIGIN,
                SampleCalls.cold(1));
        assertThat(collector.headers()).isNotEmpty().allSatisfy(sent -> {
            assertThat(sent.getFirst("Authorization")).isEqualTo("Bearer abc+1");
            assertThat(sent.getFirst("X-Team")).isEqualTo("blue");
        });
        int before = collector.headers().size();

        send(Map.of("OTEL_EXPORTER_OTLP_HEADERS", headers, "OTEL_EXPORTER_OTLP_ENDPOINT", "https://otel.example"),
                ORIGIN, SampleCalls.cold(1));

        assertThat(collector.headers().subList(before, collector.headers().size())).isNotEmpty()
                .noneMatch(sent -> sent.containsKey("Authorization"));
    }

    @Test
    void aCollectorThatIsDownIsToldOnceAndSoon() throws IOException {
        String url;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + free.getLocalPort();
        }
        long began = System.nanoTime();
        try (Telemetry telemetry = new OtlpTelemetries(Map.of(), "1")
                .open(TelemetryEndpoint.checked(url), told::add)) {
            for (int number = 1; number <= 5_000; number++) {
                telemetry.finished(SampleCalls.warmCall(number), ORIGIN);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(told).containsExactly("The collector at " + url
                + " does not take the figures: nothing accepts connections there");
    }

    @Test
    void aCollectorThatNeverAnswersIsLeftAfterAFewSeconds() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();
            try (Telemetry telemetry = new OtlpTelemetries(Map.of(), "1").open(
                    TelemetryEndpoint.checked("http://127.0.0.1:" + silent.getLocalPort()), told::add)) {
                telemetry.finished(SampleCalls.warmCall(1), ORIGIN);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void aHeaderThatCannotBeSentIsToldAndFailsNoCall() {
        send(Map.of("OTEL_EXPORTER_OTLP_HEADERS", "bad name=1"), ORIGIN, SampleCalls.cold(1));

        assertThat(told).hasSize(1).first().asString().contains(" does not take the figures: ");
        assertThat(collector.spans()).isEmpty();
    }

    @Test
    void aCollectorThatTakesThemAgainIsTold() {
        var deliveries = new Deliveries("http://here", told::add);

        deliveries.heard(() -> CompletableResultCode.ofExceptionalFailure(new IOException("refused")));
        deliveries.heard(CompletableResultCode::ofFailure);
        deliveries.heard(CompletableResultCode::ofSuccess);
        deliveries.heard(CompletableResultCode::ofFailure);

        assertThat(told).containsExactly("The collector at http://here does not take the figures: refused", "",
                "The collector at http://here does not take the figures");
    }

    @Test
    void aCollectorThatRefusesIsToldOnce() {
        collector.refuse(400);

        send(Map.of(), ORIGIN, SampleCalls.cold(1), SampleCalls.warmCall(2));

        assertThat(told).hasSize(1).first().asString().startsWith("The collector at " + collector.url()
                + " does not take the figures");
    }
}
