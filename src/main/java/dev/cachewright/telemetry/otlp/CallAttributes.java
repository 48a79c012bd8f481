package dev.cachewright.telemetry.otlp;

import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Usage;
import dev.cachewright.telemetry.Telemetry.Origin;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What is said of a call. What its server did not report is left out, and never 0; what was sent and answered is never
/// said.
final class CallAttributes {

    static final String CHAT = "chat";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final double NANOS = 1e9;

    private CallAttributes() {
    }

    /// Those that metrics are split by: few, each with few values.
    static Attributes common(Call call, Origin origin) {
        AttributesBuilder all = Attributes.builder().put(Names.OPERATION, CHAT)
                .put(Names.PROVIDER, Providers.of(origin.profile())).put(Names.MODEL, call.target().model());
        error(call).ifPresent(type -> all.put(Names.ERROR, type));
        addServer(all, origin.profile().baseUrl());
        return all.build();
    }

    /// All that is said of a call in its span.
    static Attributes of(Call call, Origin origin) {
        AttributesBuilder all = common(call, origin).toBuilder().put(Names.STREAM, origin.isStreamed());
        if (call.measurement().result() instanceof CallResult.Answered answered) {
            putNamed(all, Names.RESPONSE_ID, answered.id());
            if (!answered.finishReason().isEmpty()) {
                all.put(Names.FINISH_REASONS, List.of(answered.finishReason()));
            }
        }
        firstChunk(call, origin).ifPresent(seconds -> all.put(Names.FIRST_CHUNK, seconds));
        Usage usage = call.measurement().usage();
        put(all, Names.INPUT, usage.input());
        put(all, Names.OUTPUT, usage.output());
        put(all, Names.CACHE_READ, usage.cached());
        put(all, Names.CACHE_CREATION, usage.written());
        addOwn(all, call, origin);
        return all.build();
    }

    private static void addOwn(AttributesBuilder all, Call call, Origin origin) {
        CallTarget target = call.target();
        all.put(Names.VERDICT, call.verdict().words()).put(Names.UNEXPECTED_MISS, call.isUnexpectedMiss())
                .put(Names.SESSION, origin.session()).put(Names.NUMBER, (long) call.number())
                .put(Names.TRIES, call.measurement().refused().size() + 1L).put(Names.CONTROL, target.isControl());
        putNamed(all, Names.PROMPT, target.prompt().name());
        putNamed(all, Names.EDITION, target.prompt().edition());
        if (call.forecast().isKnown()) {
            all.put(Names.FORECAST_CACHED, call.forecast().split().cached())
                    .put(Names.FORECAST_WRITTEN, call.forecast().split().written());
        }
        call.bill().cost().ifPresent(cost -> all.put(Names.COST, cost.dollars().doubleValue()));
        call.bill().uncached().ifPresent(cost -> all.put(Names.COST_UNCACHED, cost.dollars().doubleValue()));
    }

    /// Seconds to the first text of a stream; an answer that comes whole has none.
    static Optional<Double> firstChunk(Call call, Origin origin) {
        return call.measurement().timing().firstToken().filter(time -> origin.isStreamed())
                .map(CallAttributes::seconds);
    }

    static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }

    /// The kind of error: the status of the answer where there was one. One that the user stopped is no success.
    static Optional<String> error(Call call) {
        return switch (call.measurement().result()) {
            case CallResult.Answered _ -> Optional.empty();
            case CallResult.Cancelled _ -> Optional.of("cancelled");
            case CallResult.Failed failed -> Optional.of(kind(failed.failure()));
        };
    }

    private static String kind(Failure failure) {
        if (failure.status() > 0) {
            return String.valueOf(failure.status());
        }
        return failure instanceof Failure.Known known ? known.kind().name().toLowerCase(Locale.ROOT) : "_OTHER";
    }

    /// The simulator has an address of its own at each start, which says nothing.
    private static void addServer(AttributesBuilder all, String baseUrl) {
        if (baseUrl.isEmpty()) {
            return;
        }
        try {
            URI uri = URI.create(baseUrl.strip());
            if (uri.getHost() != null) {
                boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
                int usual = isSecure ? HTTPS_PORT : HTTP_PORT;
                all.put(Names.SERVER, uri.getHost()).put(Names.PORT, uri.getPort() < 0 ? usual : (long) uri.getPort());
            }
        } catch (IllegalArgumentException _) {
            // No address that has a host.
        }
    }

    private static void put(AttributesBuilder all, AttributeKey<Long> name, OptionalLong tokens) {
        tokens.ifPresent(count -> all.put(name, count));
    }

    private static void putNamed(AttributesBuilder all, AttributeKey<String> name, String text) {
        if (!text.isEmpty()) {
            all.put(name, text);
        }
    }
}
