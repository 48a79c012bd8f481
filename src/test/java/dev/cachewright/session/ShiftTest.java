package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShiftTest {

    @Test
    void tooFewCallsSayNothing() {
        assertThat(Shift.of(times(900, 910, 920), times(300, 310, 320, 330))).isEmpty();
    }

    /// By hand, with all pairs: Hollander and Wolfe's way.
    @Test
    void isTheMedianOfAllPairsAndItsInterval() {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            long[] slow = random.longs(4 + random.nextInt(20), 0, 1_000).toArray();
            long[] fast = random.longs(4 + random.nextInt(20), 0, 1_000).toArray();
            long[] pairs = LongStream.of(slow).flatMap(s -> LongStream.of(fast).map(f -> s - f)).sorted().toArray();
            long rank = Math.max(1, (long) Math.floor(pairs.length / 2.0
                    - 1.959963984540054 * Math.sqrt(pairs.length * (slow.length + fast.length + 1) / 12.0)));
            long median = pairs.length % 2 == 1
                    ? pairs[pairs.length / 2] * 1_000_000
                    : (pairs[pairs.length / 2 - 1] * 1_000_000 + pairs[pairs.length / 2] * 1_000_000) / 2;

            Shift shift = Shift.of(times(slow), times(fast)).orElseThrow();

            assertThat(shift.difference()).isEqualTo(Duration.ofNanos(median));
            assertThat(shift.low()).isEqualTo(Duration.ofMillis(pairs[(int) rank - 1]));
            assertThat(shift.high()).isEqualTo(Duration.ofMillis(pairs[pairs.length - (int) rank]));
        }
    }

    @Test
    void holdsTheTrueDifferenceInAboutNinetyFiveOfAHundred() {
        var random = new Random(5);
        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            Shift shift = Shift.of(times(sample(12, () -> slowNetwork(random) + 500)),
                    times(sample(30, () -> slowNetwork(random)))).orElseThrow();
            held += shift.low().toMillis() <= 500 && shift.high().toMillis() >= 500 ? 1 : 0;
        }

        assertThat(held).isBetween(930, 985);
    }

    @Test
    void tenThousandCallsTakeNoTime() {
        var random = new Random(5);
        FirstTokens cold = times(sample(5_000, () -> slowNetwork(random) + 500));
        FirstTokens warm = times(sample(5_000, () -> slowNetwork(random)));

        // Twenty-five million pairs.
        assertThat(Shift.of(cold, warm).orElseThrow().difference().toMillis()).isBetween(480L, 520L);
    }

    /// A long tail, as of times that networks give.
    private static long slowNetwork(Random random) {
        return Math.round(200 * Math.exp(0.4 * random.nextGaussian()));
    }

    private static long[] sample(int size, LongSupplier time) {
        return LongStream.generate(time).limit(size).toArray();
    }

    private static FirstTokens times(long... millis) {
        return new FirstTokens(LongStream.of(millis).mapToObj(Duration::ofMillis).toList());
    }
}
