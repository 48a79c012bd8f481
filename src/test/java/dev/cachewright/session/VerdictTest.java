package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.token.part.Band;
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
            1536,      NONE,             1408,     PROVIDER_UNEXPLAINED, true
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

        assertThat(Verdict.of(expected, cached)).isEqualTo(verdict);
        assertThat(verdict.isMiss()).isEqualTo(isMiss);
    }

    @ParameterizedTest
    @CsvSource({"1500, true, AS_FORECAST", "1400, true, AS_FORECAST", "1600, true, AS_FORECAST", "1601, true, BETTER",
            "1399, true, PROVIDER_UNEXPLAINED", "1399, false, EXPIRED", "0, false, EXPIRED"})
    void anEstimateAllowsItsBandAndDoubtAboutTheTimeIsNotHeldAgainstTheProvider(long measured, boolean isSure,
            Verdict verdict) {
        var forecast = new CallForecast(new InputSplit(1_500, 0, 10), Optional.empty(), 1_500, MissReason.NONE,
                Divergence.NONE, new CallForecast.Certainty(new Band(100, 100), isSure));

        assertThat(Verdict.of(forecast, OptionalLong.of(measured))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsSaidInPlainWords(Verdict verdict) {
        assertThat(verdict.words()).matches("[a-z]+( [a-z]+)*");
    }
}
