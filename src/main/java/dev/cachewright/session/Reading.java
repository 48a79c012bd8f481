package dev.cachewright.session;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.token.part.Band;
import java.util.Comparator;
import java.util.List;

/// What a server reported that it read from its cache, beside the forecast.
///
/// The two are compared in one scale: where the server counts the whole input otherwise than we do, its reading is
/// converted by the same factor.
final class Reading {

    /// How far the factor of a part of a request may be from that of the whole.
    private static final double UNEVEN = 0.05;
    private static final long LEAST = 32;

    private final CallForecast forecast;
    private final long cached;
    private final long scaled;

    /// @param reported in which the cached tokens are reported
    Reading(CallForecast forecast, Usage reported) {
        this.forecast = forecast;
        Usage usage = reported.ofRequest();
        this.cached = usage.cached().orElseThrow();
        InputSplit split = forecast.split();
        long input = usage.input().orElse(0);
        this.scaled = input == 0 || split.input() == 0
                ? cached
                : Math.round(cached * (double) split.input() / input);
    }

    boolean isNothing() {
        return cached == 0;
    }

    /// Whether it is what was forecast: within its band, or up to the same breakpoint.
    boolean isMet() {
        return isInBand(cached) || isInBand(scaled) || isAtTheForecastEnd();
    }

    /// Whether more was read than forecast.
    boolean isMore() {
        return scaled > forecast.split().cached();
    }

    /// Whether the request can read as far as this and no further: up to a breakpoint, or anywhere where it needs none.
    boolean isAtAnEnd() {
        List<Long> ends = forecast.certainty().ends();
        return !isNothing() && (ends.isEmpty() || isNear(nearest(ends)));
    }

    private boolean isAtTheForecastEnd() {
        List<Long> ends = forecast.certainty().ends();
        long expected = forecast.split().cached();
        return !isNothing() && expected > 0 && !ends.isEmpty() && isNear(expected) && nearest(ends) == expected;
    }

    private boolean isInBand(long tokens) {
        Band band = forecast.certainty().band();
        // Nothing was said of how much can be read where anything can.
        return band.isOpen() && tokens > forecast.split().cached()
                ? false
                : band.holds(forecast.split().cached(), tokens);
    }

    private boolean isNear(long end) {
        return Math.abs(end - scaled) <= Math.max(LEAST, Math.round(UNEVEN * end));
    }

    private long nearest(List<Long> ends) {
        return ends.stream().min(Comparator.comparing(end -> Math.abs(end - scaled))).orElseThrow();
    }
}
