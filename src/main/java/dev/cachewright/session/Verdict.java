package dev.cachewright.session;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import java.util.Locale;

/// How the measurement of a call compares with its forecast.
public enum Verdict {

    AS_FORECAST, BETTER, PARTLY, COLD, BELOW_THRESHOLD, NO_CACHING, NO_BREAKPOINT, REFUSED, NOT_WRITTEN, TOO_EARLY,
    PREFIX_CHANGED, SETTING_CHANGED, KEY_CHANGED, EXPIRED, PROVIDER_UNEXPLAINED, NOT_REPORTED, NOT_READABLE,
    NO_FORECAST, CANCELLED,
    FAILED;

    /// From this share of what was promised on, the rest is no miss.
    private static final double NEARLY_ALL = 0.9;

    /// The verdict on a call with this forecast and these counts of its server.
    ///
    /// What the server reports counts: a call that read from the cache or wrote to it is never said to have been too
    /// short, to be without a breakpoint or to be refused. Where it reports no cached tokens, a miss that was forecast
    /// keeps its reason.
    public static Verdict of(CallForecast forecast, Usage usage) {
        Verdict planned = ahead(forecast);
        if (usage.isCacheUnreadable()) {
            return NOT_READABLE;
        }
        if (usage.cached().isEmpty()) {
            return planned.isMiss() || planned.saysUnused() ? planned : NOT_REPORTED;
        }
        var reading = new Reading(forecast, usage);
        if (planned == NO_FORECAST) {
            return NO_FORECAST;
        }
        if (reading.isMet()) {
            return planned.met(reading, forecast, usage);
        }
        if (reading.isMore()) {
            return BETTER;
        }
        if (reading.isAtAnEnd()) {
            return PARTLY;
        }
        return forecast.isSure() || !reading.isNothing() ? PROVIDER_UNEXPLAINED : EXPIRED;
    }

    /// Whether a call read what was forecast, in the scale of its server; never where nothing was forecast or reported.
    public static boolean isMet(CallForecast forecast, Usage usage) {
        return forecast.isKnown() && usage.cached().isPresent()
                && new Reading(forecast, usage).isMet();
    }

    /// What is said of a call before it is sent.
    public static Verdict ahead(CallForecast forecast) {
        return of(forecast.reason());
    }

    /// What is said of a call whose reading is as forecast with this verdict.
    private Verdict met(Reading reading, CallForecast forecast, Usage usage) {
        if (!reading.isNothing()) {
            boolean isNearlyAll = forecast.split().cached() >= NEARLY_ALL * forecast.promised();
            return saysUnused() || isNearlyAll ? AS_FORECAST : this;
        }
        // A breakpoint after what changes is written, and never read.
        boolean isWrittenAsForecast = this == NO_BREAKPOINT && forecast.split().written() > 0;
        return saysUnused() && usage.ofRequest().written().orElse(0) > 0 && !isWrittenAsForecast ? COLD : this;
    }

    /// Whether it says that nothing can be read or stored.
    private boolean saysUnused() {
        return this == BELOW_THRESHOLD || this == NO_CACHING || this == NO_BREAKPOINT || this == REFUSED;
    }

    /// Whether a warm cache was missed: less was read than the static prefix promised.
    public boolean isMiss() {
        return switch (this) {
            case PARTLY, PREFIX_CHANGED, SETTING_CHANGED, KEY_CHANGED, EXPIRED, NOT_WRITTEN, TOO_EARLY,
                    PROVIDER_UNEXPLAINED ->
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
