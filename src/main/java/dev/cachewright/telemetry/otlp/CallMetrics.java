package dev.cachewright.telemetry.otlp;

import dev.cachewright.session.Call;
import dev.cachewright.telemetry.Telemetry.Origin;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.OptionalLong;

/// The histograms of the client, with the buckets that the conventions advise.
final class CallMetrics {

    private static final List<Long> TOKENS = List.of(1L, 4L, 16L, 64L, 256L, 1_024L, 4_096L, 16_384L, 65_536L, 262_144L,
            1_048_576L, 4_194_304L, 16_777_216L, 67_108_864L);
    private static final List<Double> SECONDS = List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12,
            10.24, 20.48, 40.96, 81.92);

    private final LongHistogram tokens;
    private final DoubleHistogram duration;
    private final DoubleHistogram firstChunk;

    CallMetrics(Meter meter) {
        this.tokens = meter.histogramBuilder(Names.TOKENS).ofLongs().setUnit("{token}")
                .setDescription("Number of input and output tokens used.")
                .setExplicitBucketBoundariesAdvice(TOKENS).build();
        this.duration = seconds(meter, Names.DURATION, "GenAI operation duration.");
        this.firstChunk = seconds(meter, Names.TIME_TO_FIRST_CHUNK, "Time to receive the first chunk of a stream.");
    }

    private static DoubleHistogram seconds(Meter meter, String name, String description) {
        return meter.histogramBuilder(name).setUnit("s").setDescription(description)
                .setExplicitBucketBoundariesAdvice(SECONDS).build();
    }

    void add(Call call, Origin origin) {
        Attributes common = CallAttributes.common(call, origin);
        duration.record(CallAttributes.seconds(call.measurement().timing().total()), common);
        CallAttributes.firstChunk(call, origin).ifPresent(time -> firstChunk.record(time, common));
        addTokens(call.measurement().usage().input(), "input", common);
        addTokens(call.measurement().usage().output(), "output", common);
    }

    private void addTokens(OptionalLong count, String type, Attributes common) {
        count.ifPresent(number -> tokens.record(number, common.toBuilder().put(Names.TOKEN_TYPE, type).build()));
    }
}
