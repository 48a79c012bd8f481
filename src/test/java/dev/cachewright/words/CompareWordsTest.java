package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.Money;
import dev.cachewright.experiment.Difference;
import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.Measure;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareWordsTest {

    private static Finding finding(Measure measure, Difference difference) {
        return new Finding(measure, "", "b.prompt", 0, Optional.of(difference));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.000012345 | +$0.0000123", "-0.0518399 | −$0.0518", "1234.5 | +$1,230",
            "0 | $0", "-2.00 | −$2"})
    void amountsHaveThreeFigures(BigDecimal dollars, String shown) {
        assertThat(CompareWords.dollars(dollars)).isEqualTo(shown);
    }

    @Test
    void figuresHaveTheirSign() {
        assertThat(CompareWords.signed(-4_623)).isEqualTo("−4,623");
        assertThat(CompareWords.signed(0)).isEqualTo("0");
        assertThat(CompareWords.points(0.8234)).isEqualTo("+82.3 points");
        assertThat(CompareWords.sixDecimals(new Money(-51_840_000_000L))).isEqualTo("−$0.051840");
        assertThat(CompareWords.figure(Measure.FIRST_TOKEN, -1_609.49)).isEqualTo("−1,609 ms");
        assertThat(CompareWords.figure(Measure.FIRST_TOKEN, 11.149)).isEqualTo("+11.1 ms");
    }

    @Test
    void aFindingSaysWhoTakesLessOrHowManyRoundsWouldTell() {
        Finding told = finding(Measure.COST, new Difference(5, -0.01, 0.001));
        Finding open = finding(Measure.FIRST_TOKEN, new Difference(10, 0.5, 1));
        Finding alike = finding(Measure.COST, new Difference(5, 0, 0));

        assertThat(CompareWords.found(told, "control")).isEqualTo("b.prompt takes less");
        assertThat(CompareWords.interval(told)).isEqualTo("−$0.0112 to −$0.00876");
        assertThat(CompareWords.found(open, "control")).isEqualTo(
                "no difference found; about 8 more rounds would tell one of this size");
        assertThat(CompareWords.found(alike, "control")).isEqualTo("no difference found");
        assertThat(CompareWords.interval(alike)).isEqualTo("the same in all pairs");
        assertThat(CompareWords.found(finding(Measure.COST, new Difference(5, 0.01, 0.001)), "control"))
                .isEqualTo("control takes less");
    }

    @Test
    void theEndsOfAnIntervalAreToldApart() {
        assertThat(CompareWords.interval(finding(Measure.COST, new Difference(10, -0.0101, 0.00001))))
                .isEqualTo("−$0.01011 to −$0.01009");
        assertThat(CompareWords.interval(finding(Measure.COST, new Difference(10, -0.0101, 1e-12))))
                .isEqualTo("−$0.0101");
        assertThat(CompareWords.interval(finding(Measure.FIRST_TOKEN, new Difference(10, 150, 0.1))))
                .isEqualTo("+150 ms");
    }

    @Test
    void whatIsShownAsNothingHasNoSign() {
        assertThat(CompareWords.points(-0.0001)).isEqualTo("0.0 points");
        assertThat(CompareWords.sixDecimals(new Money(-1))).isEqualTo("$0.000000");
        assertThat(CompareWords.figure(Measure.FIRST_TOKEN, -0.01)).isEqualTo("0.0 ms");
        assertThat(CompareWords.dollars(new BigDecimal("-1234.5"))).isEqualTo("−$1,230");
    }

    @Test
    void whatIsNotKnownIsADash() {
        var unknown = new Finding(Measure.COST, "a", "b", 3, Optional.empty());

        assertThat(CompareWords.estimate(unknown)).isEqualTo("–");
        assertThat(CompareWords.interval(unknown)).isEqualTo("–");
        assertThat(CompareWords.found(unknown, "control")).startsWith("not known");
    }
}
