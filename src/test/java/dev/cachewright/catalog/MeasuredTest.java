package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    private static final Correction CLAUDE = new Correction(0.99, 1.06, 1.14, 2.5, new Source("s", ""));
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    private static Measurement of(String request, double factor, int tokens) {
        return new Measurement(request, DAY, factor, tokens);
    }

    @Test
    void oneRequestHalvesTheWidthOfTheCatalogueAroundItsFactor() {
        Correction correction = Measured.first(CLAUDE, of("a", 1.06, 1_000)).correction("count_tokens");

        assertThat(correction.typical()).isEqualTo(1.06);
        assertThat(correction.low()).isCloseTo(1.025, within(0.0002));
        assertThat(correction.high()).isCloseTo(1.10, within(0.0002));
        assertThat(correction.otherScripts()).isEqualTo(2.5);
        assertThat(correction.source().date()).isEqualTo(Optional.of(DAY));
        assertThat(correction.requests()).isEqualTo(1);
    }

    @Test
    void severalRequestsReachFromTheLeastFactorToTheGreatestAndALittleBeyond() {
        Correction correction = Measured.first(CLAUDE, of("a", 1.0, 1_000)).with(of("b", 1.2, 3_000))
                .with(of("c", 1.1, 1_000)).correction("count_tokens");

        assertThat(correction.typical()).isEqualTo(1.14);
        assertThat(correction.low()).isCloseTo(1.0 - 0.25 * 0.066, within(0.0002));
        assertThat(correction.high()).isCloseTo(1.2 * (1 + 0.25 * 0.0755), within(0.0002));
        assertThat(correction.requests()).isEqualTo(3);
    }

    @Test
    void theSameRequestSaysNothingNewAndItsLatestCountHolds() {
        Measured measured = Measured.first(CLAUDE, of("a", 1.0, 1_000)).with(of("a", 1.2, 1_000));

        assertThat(measured.requests()).containsExactly(of("a", 1.2, 1_000));
    }
}
