package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesForecastTest {

    private static final SeriesForecast NOTHING = new SeriesForecast(List.of(), Optional.of(Money.ZERO));

    private static CallForecast call(long cached, long uncached, Optional<Money> cost) {
        return new CallForecast(new InputSplit(cached, 0, uncached), cost, cached, MissReason.NONE, "");
    }

    private static CallForecast call(long cached, long uncached) {
        return call(cached, uncached, Optional.of(new Money(cached + 10 * uncached)));
    }

    private static SeriesForecast series(CallForecast... calls) {
        return new SeriesForecast(Arrays.asList(calls), Optional.of(new Money(9_000)));
    }

    @Test
    void inputAndCachedTokensAddUp() {
        SeriesForecast series = series(call(0, 100), call(80, 20), call(80, 40));

        assertThat(List.of(series.input(), series.cached())).containsExactly(320L, 160L);
        assertThat(series.hitRate()).isEqualTo(0.5);
    }

    @Test
    void theCostIsThatOfAllCalls() {
        assertThat(series(call(0, 100), call(80, 20)).cost()).contains(new Money(1_280));
    }

    @Test
    void oneCallWithoutAPriceLeavesAllWithoutOne() {
        assertThat(series(call(0, 100), call(80, 20, Optional.empty()), call(80, 20)).cost()).isEmpty();
    }

    @Test
    void theSteadyCallIsTheMiddleOneBehindTheFirst() {
        SeriesForecast series = series(call(0, 1), call(80, 30), call(80, 10), call(80, 20));

        assertThat(series.steady()).contains(call(80, 20));
    }

    @Test
    void ofTwoLaterCallsTheSteadyOneCostsLess() {
        assertThat(series(call(0, 1), call(80, 30), call(80, 10)).steady()).contains(call(80, 10));
    }

    @Test
    void oneCallIsNotSteady() {
        assertThat(series(call(0, 100)).steady()).isEmpty();
    }

    @Test
    void noCallsReadAndCostNothing() {
        assertThat(NOTHING.steady()).isEmpty();
        assertThat(NOTHING.hitRate()).isZero();
        assertThat(NOTHING.cost()).contains(Money.ZERO);
    }
}
