package dev.cachewright.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Hit rates over time, in as many spans as a picture can show; spans grow with the time that is looked at.
public final class Timeline {

    private static final int MOST = 240;

    private final TreeMap<Long, Span> spans = new TreeMap<>();
    private long seconds = 1;

    /// One span of time.
    ///
    /// @param input tokens of the calls in it
    /// @param cached of these, read from the cache
    /// @param reachable of these, what the best layout would have read
    public record Span(Instant from, long calls, long input, long cached, long reachable) {

        private Span plus(Span other) {
            return new Span(from.isBefore(other.from) ? from : other.from, calls + other.calls, input + other.input,
                    cached + other.cached, reachable + other.reachable);
        }
    }

    void add(Instant at, long input, long cached, long reachable) {
        put(new Span(at, 1, input, cached, reachable));
        while (spans.size() > MOST) {
            seconds *= 2;
            List<Span> old = List.copyOf(spans.values());
            spans.clear();
            old.forEach(this::put);
        }
    }

    private void put(Span span) {
        long number = Math.floorDiv(span.from().getEpochSecond(), seconds);
        Span aligned = new Span(Instant.ofEpochSecond(number * seconds), span.calls(), span.input(), span.cached(),
                span.reachable());
        spans.merge(number, aligned, Span::plus);
    }

    /// How long one span is.
    public Duration width() {
        return Duration.ofSeconds(seconds);
    }

    /// The spans that have calls, the first one first.
    public List<Span> spans() {
        return new ArrayList<>(spans.values());
    }
}
