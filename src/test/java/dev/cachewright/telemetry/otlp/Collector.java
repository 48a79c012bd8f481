package dev.cachewright.telemetry.otlp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// A collector in this process: takes OTLP over HTTP and decodes it with the protocol's own classes.
public final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<Metric> metrics = new CopyOnWriteArrayList<>();
    private final List<Resource> resources = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> answer(exchange, body -> {
            for (var one : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
                resources.add(one.getResource());
                one.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
            }
        }));
        server.createContext("/v1/metrics", exchange -> answer(exchange, body -> {
            for (var one : ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()) {
                resources.add(one.getResource());
                one.getScopeMetricsList().forEach(scope -> metrics.addAll(scope.getMetricsList()));
            }
        }));
        server.start();
    }

    private interface Reader {

        void read(byte[] body) throws IOException;
    }

    private void answer(HttpExchange exchange, Reader reader) throws IOException {
        try (exchange; InputStream in = exchange.getRequestBody()) {
            boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = isZipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
            headers.add(exchange.getRequestHeaders());
            if (status == 200) {
                bodies.add(new String(body, StandardCharsets.ISO_8859_1));
                reader.read(body);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Refuses from now on, with this status.
    void refuse(int with) {
        status = with;
    }

    /// The spans in the order of their calls.
    public List<Span> spans() {
        return spans.stream().sorted((one, other) -> Long.compare(one.getStartTimeUnixNano(),
                other.getStartTimeUnixNano())).toList();
    }

    /// What arrived last of each metric, by its name.
    public Map<String, Metric> metrics() {
        return metrics.stream().collect(Collectors.toMap(Metric::getName, metric -> metric, (one, last) -> last,
                TreeMap::new));
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    List<Headers> headers() {
        return List.copyOf(headers);
    }

    /// All that arrived, as it is on the wire.
    public String wire() {
        return String.join("\n", bodies);
    }

    /// The attributes by their names, each as text.
    public static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, each -> text(each.getValue()),
                (one, other) -> one + " and " + other, TreeMap::new));
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> String.valueOf(value.getIntValue());
            case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case ARRAY_VALUE -> value.getArrayValue().getValuesList().stream().map(Collector::text).toList().toString();
            default -> value.toString();
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
