package dev.cachewright.session;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import java.util.Locale;
import java.util.OptionalLong;

/// How the measurement of a call compares with its forecast.
public enum Verdict {

    AS_FORECAST, BETTER, COLD, BELOW_THRESHOLD, NO_CACHING, NO_BREAKPOINT, REFUSED, NOT_WRITTEN, TOO_EARLY,
    PREFIX_CHANGED,
    SETTING_CHANGED, KEY_CHANGED, EXPIRED, PROVIDER_UNEXPLAINED, NOT_REPORTED, NOT_READABLE, NO_FORECAST, CANCELLED,
    FAILED;

    /// The verdict on a call that read `cached` tokens, as far as its server said.
    public static Verdict of(CallForecast forecast, OptionalLong cached) {
        if (cached.isEmpty()) {
            return NOT_REPORTED;
        }
        if (forecast.reason() == MissReason.NO_RULES) {
            return NO_FORECAST;
        }
        if (forecast.holds(cached.getAsLong())) {
            return of(forecast.reason());
        }
        if (cached.getAsLong() > forecast.split().cached()) {
            return BETTER;
        }
        return forecast.isSure() ? PROVIDER_UNEXPLAINED : EXPIRED;
    }

    /// Whether a warm cache was missed: less was read than the static prefix promised.
    public boolean isMiss() {
        return switch (this) {
            case PREFIX_CHANGED, SETTING_CHANGED, KEY_CHANGED, EXPIRED, NOT_WRITTEN, TOO_EARLY, PROVIDER_UNEXPLAINED ->
                true;
            case AS_FORECAST, BETTER, COLD, BELOW_THRESHOLD, NO_CACHING, NO_BREAKPOINT, REFUSED, NOT_REPORTED,
                    NOT_READABLE,
                    NO_FORECAST, CANCELLED, FAILED ->
                false;
        };
    }

    /// The words in files and in `--json`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Verdict of(MissReason reason) {
        return switch (reason) {
            case NONE -> AS_FORECAST;
            case COLD -> COLD;
            case BELOW_THRESHOLD -> BELOW_THRESHOLD;
            case NO_CACHING -> NO_CACHING;
            case NO_BREAKPOINT -> NO_BREAKPOINT;
            case REFUSED -> REFUSED;
            case NOT_WRITTEN -> NOT_WRITTEN;
            case TOO_EARLY -> TOO_EARLY;
            case PREFIX_CHANGED -> PREFIX_CHANGED;
            case SETTING_CHANGED -> SETTING_CHANGED;
            case KEY_CHANGED -> KEY_CHANGED;
            case EXPIRED -> EXPIRED;
            case NO_RULES -> NO_FORECAST;
        };
    }
}
