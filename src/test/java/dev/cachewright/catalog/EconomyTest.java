package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.app.BundledCatalog;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published economics of OpenAI's guide, and what follows from them.
class EconomyTest {

    private static final Economy GUIDE = new Economy(1.25, 0.1);

    @ParameterizedTest
    @CsvSource({"2, 1.35", "10, 2.15"})
    void oneWriteAndReadsCostWhatTheGuideSays(int calls, double cost) {
        assertThat(GUIDE.costOf(calls)).isCloseTo(cost, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.6-sol, 2026-07-15, 25115, 2046"})
    void thePublishedCallsCostWhatWasPublished(String model, String day, long first, long second) {
        Rates rates = BundledCatalog.read().find(model).orElseThrow()
                .ratesAt(Instant.parse(day + "T12:00:00Z"), 4_020, "").orElseThrow();

        assertThat(rates.ofInput(new InputSplit(0, 4_012, 8))).isEqualTo(new Money(first * 1_000_000));
        assertThat(rates.ofInput(new InputSplit(4_012, 0, 8))).isEqualTo(new Money(second * 1_000_000));
    }

    @ParameterizedTest
    @CsvSource({"1.25, 0.1, 2", "2.5, 0.05, 3", "2, 0.1, 3", "1, 0.1, 2", "1, 0.5, 2", "1.25, 0.025, 2"})
    void paysFromTheFirstCallAtWhichItIsCheaper(double write, double read, int calls) {
        var economy = new Economy(write, read);

        assertThat(economy.paysFrom()).hasValue(calls);
        assertThat(economy.costOf(calls)).isLessThan(calls);
        assertThat(economy.costOf(calls - 1)).isGreaterThanOrEqualTo(calls - 1);
    }

    @Test
    void readsThatCostAsInputNeverPay() {
        assertThat(new Economy(1.25, 1).paysFrom()).isEmpty();
    }

    @Test
    void breakEvenHitRateIsThatOfTheGuide() {
        assertThat(GUIDE.breakEvenHitRate()).isCloseTo(0.217, within(0.0005));
        assertThat(new Economy(1, 0.1).breakEvenHitRate()).isZero();
    }

    @Test
    void paddingPaysFromALengthOnThatDependsOnTheCalls() {
        assertThat(GUIDE.callsToPad(221, 1_024).orElseThrow()).isLessThanOrEqualTo(10);
        assertThat(GUIDE.callsToPad(220, 1_024).orElseThrow()).isGreaterThan(10);
        assertThat(GUIDE.callsToPad(102, 1_024)).isEmpty();
        assertThat(GUIDE.callsToPad(103, 1_024)).hasValue(1_963);
    }

    @Test
    void multiplesAreThoseOfTheRatesOfTheModel() {
        Rates terra = BundledCatalog.read().find("gpt-6.1-terra").orElseThrow()
                .ratesAt(Instant.parse("2026-11-23T12:00:00Z"), 1, "").orElseThrow();

        assertThat(Economy.of(terra, "")).isEqualTo(new Economy(1.25, 0.05));
        assertThat(Economy.of(terra, "12h")).isEqualTo(new Economy(2.5, 0.05));
    }
}
