package dev.cachewright.telemetry.otlp;

import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Timing;
import dev.cachewright.telemetry.Telemetry;
import dev.cachewright.telemetry.TelemetryEndpoint;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One collector: a span for each call, and histograms over them. What waits is bounded; the rest is lost.
final class OtlpTelemetry implements Telemetry {

    private static final String SCOPE = "dev.cachewright";
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    /// For a delivery with all its tries.
    private static final Duration DELIVERING = Duration.ofSeconds(5);
    /// Few and soon: a collector that is down is told within a second or two, also by a run of one call.
    private static final RetryPolicy RETRIES = RetryPolicy.builder().setMaxAttempts(3)
            .setInitialBackoff(Duration.ofMillis(200)).setMaxBackoff(Duration.ofSeconds(1)).build();
    private static final Duration SPANS = Duration.ofSeconds(2);
    private static final Duration METRICS = Duration.ofSeconds(15);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);
    private static final int WAITING_SPANS = 2_048;
    /// Held, since the log manager forgets loggers that nobody holds. It would say each time what we say once, and in a
    /// command among the lines of its output.
    private static final Logger LOGGER = Logger.getLogger("io.opentelemetry");

    private final SdkTracerProvider tracers;
    private final SdkMeterProvider meters;
    private final Deliveries deliveries;
    private final Tracer tracer;
    private final CallMetrics metrics;

    private OtlpTelemetry(SdkTracerProvider tracers, SdkMeterProvider meters, Deliveries deliveries, String version) {
        this.tracers = tracers;
        this.meters = meters;
        this.deliveries = deliveries;
        this.tracer = tracers.tracerBuilder(SCOPE).setInstrumentationVersion(version).build();
        this.metrics = new CallMetrics(meters.meterBuilder(SCOPE).setInstrumentationVersion(version).build());
    }

    static OtlpTelemetry open(TelemetryEndpoint endpoint, Map<String, String> headers, String version,
            Consumer<String> told) {
        LOGGER.setLevel(Level.OFF);
        // Neither the machine nor its user is named.
        Resource resource = Resource.getDefault().toBuilder().put(Names.SERVICE, "cachewright")
                .put(Names.SERVICE_VERSION, version).build();
        var deliveries = new Deliveries(endpoint.url(), told);
        var spans = OtlpHttpSpanExporter.builder().setEndpoint(endpoint.url() + "/v1/traces")
                .setConnectTimeout(CONNECTING).setTimeout(DELIVERING).setRetryPolicy(RETRIES).setHeaders(() -> headers)
                .build();
        var histograms = OtlpHttpMetricExporter.builder().setEndpoint(endpoint.url() + "/v1/metrics")
                .setConnectTimeout(CONNECTING).setTimeout(DELIVERING).setRetryPolicy(RETRIES).setHeaders(() -> headers)
                .build();
        SdkTracerProvider tracers = SdkTracerProvider.builder().setResource(resource)
                .addSpanProcessor(BatchSpanProcessor.builder(new HeardSpans(spans, deliveries))
                        .setMaxQueueSize(WAITING_SPANS).setScheduleDelay(SPANS).setExporterTimeout(DELIVERING).build())
                .build();
        SdkMeterProvider meters = SdkMeterProvider.builder().setResource(resource)
                .registerMetricReader(PeriodicMetricReader.builder(new HeardMetrics(histograms, deliveries))
                        .setInterval(METRICS).build())
                .build();
        return new OtlpTelemetry(tracers, meters, deliveries, version);
    }

    @Override
    public void finished(Call call, Origin origin) {
        Timing timing = call.measurement().timing();
        Span span = tracer.spanBuilder(CallAttributes.CHAT + " " + call.target().model()).setParent(Context.root())
                .setSpanKind(SpanKind.CLIENT).setStartTimestamp(timing.at())
                .setAllAttributes(CallAttributes.of(call, origin)).startSpan();
        if (call.measurement().result() instanceof CallResult.Failed) {
            // Without the words of the server: they may quote what was sent.
            span.setStatus(StatusCode.ERROR);
        }
        span.end(timing.at().plus(timing.total()));
        metrics.add(call, origin);
    }

    @Override
    public void close() {
        CompletableResultCode end = CompletableResultCode.ofAll(List.of(tracers.shutdown(), meters.shutdown()))
                .join(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        if (!end.isDone()) {
            deliveries.late();
        }
    }
}
