package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.token.part.Band;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # forecast, because,         measured, verdict,              a miss
            1536,      NONE,             1536,     AS_FORECAST,          false
            1536,      NONE,             1664,     BETTER,               false
            1536,      NONE,             1408,     PARTLY,               true
            1536,      NONE,             0,        PROVIDER_UNEXPLAINED, true
            1536,      NONE,             -,        NOT_REPORTED,         false
            0,         NONE,             0,        AS_FORECAST,          false
            0,         COLD,             0,        COLD,                 false
            0,         COLD,             128,      BETTER,               false
            0,         COLD,             -,        NOT_REPORTED,         false
            0,         BELOW_THRESHOLD,  0,        BELOW_THRESHOLD,      false
            1024,      PREFIX_CHANGED,   1024,     PREFIX_CHANGED,       true
            1024,      PREFIX_CHANGED,   0,        PROVIDER_UNEXPLAINED, true
            0,         SETTING_CHANGED,  0,        SETTING_CHANGED,      true
            0,         KEY_CHANGED,      0,        KEY_CHANGED,          true
            0,         EXPIRED,          0,        EXPIRED,              true
            0,         NO_CACHING,       0,        NO_CACHING,           false
            0,         NO_CACHING,       64,       BETTER,               false
            0,         NO_BREAKPOINT,    0,        NO_BREAKPOINT,        false
            0,         REFUSED,          0,        REFUSED,              false
            0,         NOT_WRITTEN,      0,        NOT_WRITTEN,          true
            0,         TOO_EARLY,        0,        TOO_EARLY,            true
            0,         NO_RULES,         0,        NO_FORECAST,          false
            0,         NO_RULES,         512,      NO_FORECAST,          false
            0,         NO_RULES,         -,        NOT_REPORTED,         false
            """)
    void measuredAgainstForecastGivesAWord(long forecast, MissReason reason, Long measured, Verdict verdict,
            boolean isMiss) {
        var expected = new CallForecast(new InputSplit(forecast, 0, 10), Optional.empty(), 1536, reason, "");
        OptionalLong cached = measured == null ? OptionalLong.empty() : OptionalLong.of(measured);

        assertThat(Verdict.of(expected, usage(OptionalLong.empty(), cached, 0))).isEqualTo(verdict);
        assertThat(verdict.isMiss()).isEqualTo(isMiss);
    }

    @ParameterizedTest
    @CsvSource({"1500, true, AS_FORECAST", "1400, true, AS_FORECAST", "1600, true, AS_FORECAST", "1601, true, BETTER",
            "1399, true, PARTLY", "1399, false, PARTLY", "0, true, PROVIDER_UNEXPLAINED", "0, false, EXPIRED"})
    void anEstimateAllowsItsBandAndDoubtAboutTheTimeIsNotHeldAgainstTheProvider(long measured, boolean isSure,
            Verdict verdict) {
        var forecast = new CallForecast(new InputSplit(1_500, 0, 10), Optional.empty(), 1_500, MissReason.NONE,
                Divergence.NONE, new CallForecast.Certainty(new Band(100, 100), isSure));

        assertThat(Verdict.of(forecast, usage(OptionalLong.empty(), OptionalLong.of(measured), 0))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # forecast, because,         band, read,  written, verdict
            0,          BELOW_THRESHOLD, 1200, 1100,  0,       AS_FORECAST
            0,          BELOW_THRESHOLD, 1200, 0,     1100,    COLD
            0,          BELOW_THRESHOLD, 1200, 0,     0,       BELOW_THRESHOLD
            0,          BELOW_THRESHOLD, 0,    1100,  0,       BETTER
            0,          BELOW_THRESHOLD, 99999999, 1100, 0,    BETTER
            0,          NO_BREAKPOINT,   0,    0,     1100,    COLD
            0,          NO_BREAKPOINT,   0,    1100,  100,     BETTER
            0,          REFUSED,         0,    0,     1100,    COLD
            0,          NO_CACHING,      0,    0,     1100,    COLD
            0,          COLD,            0,    1100,  0,       BETTER
            0,          EXPIRED,         0,    1100,  0,       BETTER
            """)
    void whatTheServerReadOrWroteWasReadOrWritten(long cached, MissReason reason, int band, long read, long written,
            Verdict verdict) {
        var forecast = new CallForecast(new InputSplit(cached, 0, 1_300), Optional.empty(), 0, reason, Divergence.NONE,
                new CallForecast.Certainty(new Band(band, band), true));

        assertThat(Verdict.of(forecast, usage(OptionalLong.of(1_300), OptionalLong.of(read), written)))
                .isEqualTo(verdict);
    }

    /// Of 1,348 counted tokens, 1,341 up to the last breakpoint and 600 and 100 up to the ones before.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # input, read, verdict
            1227,    1215, AS_FORECAST
            1348,    1341, AS_FORECAST
            2700,    2680, AS_FORECAST
            1227,    545,  PARTLY
            1227,    90,   PARTLY
            1227,    900,  PROVIDER_UNEXPLAINED
            1227,    0,    PROVIDER_UNEXPLAINED
            """)
    void aReadingIsComparedInTheScaleOfItsServerBreakpointByBreakpoint(long input, long read, Verdict verdict) {
        var forecast = new CallForecast(new InputSplit(1_341, 0, 7), Optional.empty(), 1_341, MissReason.NONE,
                Divergence.NONE, new CallForecast.Certainty(Band.EXACT, true, List.of(100L, 600L, 1_341L)));

        assertThat(Verdict.of(forecast, usage(OptionalLong.of(input), OptionalLong.of(read), 0))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"PREFIX_CHANGED, PREFIX_CHANGED", "SETTING_CHANGED, SETTING_CHANGED", "EXPIRED, EXPIRED",
            "NO_BREAKPOINT, NO_BREAKPOINT", "BELOW_THRESHOLD, BELOW_THRESHOLD", "REFUSED, REFUSED",
            "COLD, NOT_REPORTED",
            "NONE, NOT_REPORTED", "NO_RULES, NOT_REPORTED"})
    void aMissThatWasForecastHasItsReasonWhereNothingIsReported(MissReason reason, Verdict verdict) {
        var forecast = new CallForecast(InputSplit.uncached(1_300), Optional.empty(), 1_200, reason, "");

        assertThat(Verdict.of(forecast, Usage.unknown())).isEqualTo(verdict);
    }

    /// A breakpoint after what changes is written at each call, and read by none.
    @ParameterizedTest
    @CsvSource({"1100, NO_BREAKPOINT", "0, COLD"})
    void aWriteThatWasForecastWithoutAReadKeepsItsReason(long written, Verdict verdict) {
        var forecast = new CallForecast(new InputSplit(0, written, 1_300 - written), Optional.empty(), 0,
                MissReason.NO_BREAKPOINT, "");

        assertThat(Verdict.of(forecast, usage(OptionalLong.of(1_300), OptionalLong.of(0), 1_100))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"1400, 1408, AS_FORECAST", "1400, 1600, KEY_CHANGED"})
    void nearlyAllOfWhatWasPromisedIsNoMiss(long cached, long promised, Verdict verdict) {
        var forecast = new CallForecast(new InputSplit(cached, 0, 200), Optional.empty(), promised,
                MissReason.KEY_CHANGED, "");

        assertThat(Verdict.of(forecast, usage(OptionalLong.of(cached + 200), OptionalLong.of(cached), 0)))
                .isEqualTo(verdict);
    }

    private static Usage usage(OptionalLong input, OptionalLong cached, long written) {
        return new Usage(input, cached, OptionalLong.of(written), OptionalLong.empty(), "");
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsSaidInPlainWords(Verdict verdict) {
        assertThat(verdict.words()).matches("[a-z]+( [a-z]+)*");
    }
}
