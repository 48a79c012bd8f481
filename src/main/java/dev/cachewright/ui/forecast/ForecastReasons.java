package dev.cachewright.ui.forecast;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.Boundary;
import dev.cachewright.prompt.Block;
import dev.cachewright.token.part.Band;
import dev.cachewright.words.ReachWords;
import dev.cachewright.words.Texts;
import java.util.Optional;

/// Says why a call is forecast to read less than it could, or more than its static prefix promises.
final class ForecastReasons {

    private ForecastReasons() {
    }

    /// A few words; empty where there is nothing to say.
    static String words(Analysis analysis, Outlook outlook) {
        return words(analysis, outlook, outlook.next());
    }

    /// The same of one of the calls.
    static String words(Analysis analysis, Outlook outlook, CallForecast next) {
        Optional<String> bound = analysis.boundThinking();
        if (bound.isPresent()) {
            return Texts.format("forecast-strip.bound-thinking",
                    analysis.prompt().block(bound.get()).map(Block::name).orElse(bound.get()));
        }
        return switch (next.reason()) {
            case NONE, NO_RULES -> !next.isSure() ? Texts.get("forecast-strip.may-be-gone")
                    : next.isBeyondPrefix() ? Texts.get("forecast-strip.same-text")
                            : analysis.isExact() ? steps(next) : "";
            case COLD -> Texts.get("forecast-strip.cold");
            case BELOW_THRESHOLD -> Texts.format(next.isPerhapsBelow()
                    ? "forecast-strip.below-threshold-perhaps"
                    : "forecast-strip.below-threshold", outlook.rules().threshold());
            case NO_CACHING -> Texts.get("forecast-strip.no-caching");
            case NO_BREAKPOINT -> noBreakpoint(analysis, outlook);
            case REFUSED -> Texts.get("forecast-strip.refused");
            case NOT_WRITTEN -> Texts.get("forecast-strip.not-written");
            case TOO_EARLY -> Texts.get("forecast-strip.too-early");
            case PREFIX_CHANGED -> Texts.format("forecast-strip.prefix-changed",
                    analysis.prompt().block(next.changedIn()).map(Block::name).orElse(next.changedIn()));
            case SETTING_CHANGED -> Texts.get("forecast-strip.setting-changed");
            case KEY_CHANGED -> Texts.get("forecast-strip.key-changed");
            case EXPIRED -> Texts.get(next.isSure() ? "forecast-strip.expired" : "forecast-strip.may-be-expired");
        };
    }

    /// What the model may report where its steps are not those of its rules.
    private static String steps(CallForecast next) {
        Band band = next.certainty().band();
        return band.isExact()
                ? ""
                : Texts.format("forecast-strip.steps", next.split().cached() - band.below(),
                        next.split().cached() + band.above());
    }

    /// Why nothing is read: the last prefix that is written ends after text that changes, or there is none.
    private static String noBreakpoint(Analysis analysis, Outlook outlook) {
        boolean isWritten = outlook.reuse().boundaries().stream().anyMatch(Boundary::isWritten);
        return isWritten
                ? analysis.prompt().block(analysis.prefix().end().blockId()).map(ReachWords::changing)
                        .map(what -> Texts.format(outlook.reuse().boundaries().stream().anyMatch(Boundary::isMarked)
                                ? "forecast-strip.breakpoint-after"
                                : "forecast-strip.implicit-after", what))
                        .orElse("")
                : Texts.get("forecast-strip.no-breakpoint");
    }
}
