package dev.cachewright.telemetry.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/// Spans whose deliveries are heard of.
record HeardSpans(SpanExporter exporter, Deliveries deliveries) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return deliveries.heard(() -> exporter.export(spans));
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
