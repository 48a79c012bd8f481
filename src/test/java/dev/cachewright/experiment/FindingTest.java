package dev.cachewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.catalog.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

    private static final int RUNS = 1_000;
    private static final long STEP = 10_000_000;

    private static Arm arm(String name, int rounds, IntToLongFunction cost) {
        return new Arm(name, IntStream.range(0, rounds).mapToObj(i -> Optional.of(new Money(cost.applyAsLong(i))))
                .toList(),
                IntStream.range(0, rounds).mapToObj(i -> Optional.of(Duration.ofNanos(cost.applyAsLong(i))))
                        .toList());
    }

    /// Pairs that share their row's length; the second arm costs so much more, with noise of its own.
    private static Finding drawn(Random chance, int rounds, double more) {
        long[] row = chance.longs(rounds, 0, 100 * STEP).toArray();
        Arm a = arm("a", rounds, i -> row[i] + Math.round(STEP * chance.nextGaussian()));
        Arm b = arm("b", rounds, i -> row[i] + Math.round(STEP * (more + chance.nextGaussian())));
        return Finding.of(Measure.COST, a, b);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.8, 1", "10, 0.8, 2", "30, -2.5, 3"})
    void theIntervalHoldsTheTrueDifference(int rounds, double more, long seed) {
        var chance = new Random(seed);
        double truth = more * STEP / 1e12;

        long held = IntStream.range(0, RUNS).mapToObj(_ -> drawn(chance, rounds, more).difference().orElseThrow())
                .filter(found -> found.low() <= truth && truth <= found.high()).count();

        assertThat(held).isBetween(940L, 965L);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "10, 2", "30, 3"})
    void nothingIsFoundWhereThereIsNoDifference(int rounds, long seed) {
        var chance = new Random(seed);

        long none = IntStream.range(0, RUNS).filter(_ -> !drawn(chance, rounds, 0).isTold()).count();

        assertThat(none).isBetween(940L, 965L);
    }

    /// A second opinion that knows no distribution: how many of all ways to swap the calls of pairs give as much.
    @Test
    void thePermutationTestAgreesButAtTheBorder() {
        var chance = new Random(7);
        int alike = 0;
        for (int run = 0; run < 400; run++) {
            double[] pairs = IntStream.range(0, 9).mapToDouble(_ -> 0.7 + chance.nextGaussian()).toArray();
            Difference found = Difference.of(new Sample(IntStream.range(0, 9).mapToObj(i -> pairs[i]).toList()))
                    .orElseThrow();
            double seen = Math.abs(found.estimate() * 9) - 1e-9;
            long asFar = IntStream.range(0, 1 << 9).filter(signs -> Math.abs(IntStream.range(0, 9)
                    .mapToDouble(i -> (signs >> i & 1) == 0 ? pairs[i] : -pairs[i]).sum()) >= seen).count();
            alike += found.isTold() == (asFar / (double) (1 << 9) <= 0.05) ? 1 : 0;
        }
        assertThat(alike).isGreaterThan(380);
    }

    /// Student's table: two-sided 95 %, for 1, 4, 9 and 29 degrees of freedom.
    @ParameterizedTest
    @CsvSource({"2, 12.706", "5, 2.776", "10, 2.262", "30, 2.045"})
    void halfWidthIsThatOfTheTable(int pairs, double t) {
        assertThat(new Difference(pairs, 0, 1).halfWidth()).isCloseTo(t / Math.sqrt(pairs), within(0.001));
    }

    @Test
    void pairsThatAllDifferAlikeLeaveNoDoubt() {
        Finding found = Finding.of(Measure.COST, arm("a", 10, i -> 1_287_000_000L + i * 7_777_777L), arm("b", 10,
                i -> 11_675_100_001L + i * 7_777_777L));

        Difference difference = found.difference().orElseThrow();
        assertThat(difference).isEqualTo(new Difference(10, 0.010388100001, 0));
        assertThat(difference.low()).isEqualTo(difference.high()).isEqualTo(0.010388100001);
        assertThat(found.better()).contains("a");
        assertThat(difference.morePairs()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void aCopyShowsNoDifference() {
        Finding found = Finding.of(Measure.COST, arm("a", 10, i -> i * 3L), arm("b", 10, i -> i * 3L));

        assertThat(found.isTold()).isFalse();
        assertThat(found.better()).isEmpty();
        assertThat(found.difference().orElseThrow()).isEqualTo(new Difference(10, 0, 0));
        assertThat(found.difference().orElseThrow().morePairs()).isEmpty();
    }

    @Test
    void whatIsUnknownIsLeftOutAndCounted() {
        var a = new Arm("a", List.of(Optional.of(new Money(1)), Optional.empty(), Optional.of(new Money(3)),
                Optional.of(new Money(4))), List.of());
        var b = new Arm("b", List.of(Optional.of(new Money(3)), Optional.of(new Money(9)), Optional.of(new Money(5))),
                List.of());

        assertThat(Finding.of(Measure.COST, a, b)).isEqualTo(new Finding(Measure.COST, "a", "b", 2,
                Optional.of(new Difference(2, 2e-12, 0))));
        assertThat(Finding.of(Measure.FIRST_TOKEN, a, b)).isEqualTo(new Finding(Measure.FIRST_TOKEN, "a", "b", 0,
                Optional.empty()));
    }

    @Test
    void onePairSaysNothing() {
        Finding found = Finding.of(Measure.FIRST_TOKEN, arm("a", 1, _ -> 3), arm("b", 1, _ -> 9));

        assertThat(found.difference()).isEmpty();
        assertThat(found.isTold()).isFalse();
    }

    /// Tried one after the other.
    @ParameterizedTest
    @CsvSource({"1, 4", "0.5, 10", "0.2, 3", "3, 2"})
    void morePairsAreTheFewestThatWouldDo(double size, int pairs) {
        var seen = new Difference(pairs, size, 1);
        int enough = pairs;
        while (!new Difference(enough, size, 1).isTold()) {
            enough++;
        }

        assertThat(seen.morePairs()).isEqualTo(OptionalInt.of(enough - pairs));
        assertThat(seen.morePairs(1e-9)).isEmpty();
    }

    @Test
    void timesAreInMilliseconds() {
        Finding found = Finding.of(Measure.FIRST_TOKEN, arm("a", 3, i -> i * 1_000_000L), arm("b", 3,
                i -> (i + 2) * 1_000_000L));

        assertThat(found.difference()).contains(new Difference(3, 2, 0));
    }
}
