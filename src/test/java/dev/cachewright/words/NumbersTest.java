package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aShareBelowNoneHasTheMinusOfAllFigures() {
        assertThat(Numbers.percent(-0.108)).isEqualTo("−10.8%");
        assertThat(Numbers.percent(-0.0001)).isEqualTo("0.0%");
    }

    @Test
    void countsAreGrouped() {
        assertThat(Numbers.count(1842)).isEqualTo("1,842");
    }

    @Test
    void sharesHaveOneDecimal() {
        assertThat(Numbers.percent(0.7024)).isEqualTo("70.2%");
    }

    @Test
    void smallMoneyHasFourDecimalsAndLargeMoneyTwo() {
        assertThat(Numbers.money(new BigDecimal("0.00192"))).isEqualTo("$0.0019");
        assertThat(Numbers.money(new BigDecimal("1234.5"))).isEqualTo("$1,234.50");
        assertThat(Numbers.money(BigDecimal.ZERO)).isEqualTo("$0.00");
        assertThat(Numbers.money(new BigDecimal("0.00001"))).isEqualTo("<$0.0001");
        assertThat(Numbers.money(new BigDecimal("-0.5"))).isEqualTo("−$0.5000");
    }

    @Test
    void durationsChangeTheirUnitAsTheyGrow() {
        assertThat(Numbers.duration(238)).isEqualTo("238 ms");
        assertThat(Numbers.duration(12_340)).isEqualTo("12.3 s");
        assertThat(Numbers.duration(125_000)).isEqualTo("2 min 05 s");
    }

    @Test
    void timesToWaitForAreRoundedToTheSecond() {
        assertThat(Numbers.time(Duration.ofMillis(300))).isEqualTo("1 s");
        assertThat(Numbers.time(Duration.ofMillis(59_400))).isEqualTo("59 s");
        assertThat(Numbers.time(Duration.ofSeconds(72))).isEqualTo("1 min 12 s");
        assertThat(Numbers.time(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    }

    @Test
    void listedPricesAreExactAndHaveTwoDecimalsAtLeast() {
        assertThat(Numbers.price(new BigDecimal("2.5"))).isEqualTo("$2.50");
        assertThat(Numbers.price(new BigDecimal("0.075"))).isEqualTo("$0.075");
        assertThat(Numbers.price(new BigDecimal("30.000"))).isEqualTo("$30.00");
        assertThat(Numbers.price(BigDecimal.ZERO)).isEqualTo("$0.00");
    }

    @Test
    void textsTakeGroupedNumbers() {
        assertThat(Texts.format("call-chart.threshold", 1024)).isEqualTo("threshold 1,024");
    }
}
