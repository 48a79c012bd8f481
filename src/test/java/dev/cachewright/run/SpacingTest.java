package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpacingTest {

    @Test
    void callsBeginAtTheirRate() {
        var rate = new Spacing.PerMinute(120, 0, 1);

        assertThat(rate.due(0)).contains(Duration.ZERO);
        assertThat(rate.due(1)).contains(Duration.ofMillis(500));
        assertThat(rate.due(240)).contains(Duration.ofMinutes(2));
    }

    @Test
    void jitterMovesACallByHalfItsShareAtMostAndKeepsTheRate() {
        var rate = new Spacing.PerMinute(60, 0.5, 7);

        assertThat(IntStream.range(1, 1_000).mapToLong(i -> rate.due(i).orElseThrow().minusSeconds(i).toMillis()))
                .allMatch(away -> Math.abs(away) <= 250).anyMatch(away -> away > 200).anyMatch(away -> away < -200);
        assertThat(
                IntStream.range(1, 1_000).mapToLong(i -> rate.due(i).orElseThrow().minusSeconds(i).toMillis()).average()
                        .orElseThrow())
                .isBetween(-20.0, 20.0);
        assertThat(rate.due(5)).isEqualTo(new Spacing.PerMinute(60, 0.5, 7).due(5))
                .isNotEqualTo(new Spacing.PerMinute(60, 0.5, 8).due(5));
    }

    @Test
    void pingsComeNineTenthsOfALifetimeApart() {
        var warm = Spacing.KeptWarm.of(new Spacing.Pause(Duration.ofMinutes(12)), Duration.ofMinutes(5));

        assertThat(warm.pings()).isEqualTo(2);
        assertThat(IntStream.range(0, 4).mapToObj(warm::pauseAfter)).containsExactly(
                Optional.of(Duration.ofSeconds(270)), Optional.of(Duration.ofSeconds(270)),
                Optional.of(Duration.ofMinutes(3)), Optional.of(Duration.ofSeconds(270)));
        assertThat(warm.due(3)).isEmpty();
    }

    @Test
    void pingsAtARateLeaveCallsWhereTheyAre() {
        var warm = Spacing.KeptWarm.of(new Spacing.PerMinute(0.1, 0, 1), Duration.ofMinutes(5));

        assertThat(warm.pings()).isEqualTo(2);
        assertThat(IntStream.range(0, 4).mapToObj(i -> warm.due(i).orElseThrow())).containsExactly(Duration.ZERO,
                Duration.ofSeconds(270), Duration.ofSeconds(540), Duration.ofMinutes(10));
        assertThat(warm.pauseAfter(0)).isEmpty();
    }

    @Test
    void callsThatFollowEachOtherSoonNeedNoPing() {
        for (Duration pause : List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(270))) {
            assertThat(Spacing.KeptWarm.of(new Spacing.Pause(pause), Duration.ofMinutes(5)).pings()).isZero();
        }
        assertThat(Spacing.KeptWarm.of(new Spacing.Pause(Duration.ofSeconds(271)), Duration.ofMinutes(5)).pings())
                .isOne();
    }

    /// Whatever the times are, pings lengthen no pause, and none is longer than nine tenths of the lifetime.
    @Test
    void pausesAddUpToThoseWithoutPings() {
        var chance = new Random(3);
        for (int run = 0; run < 500; run++) {
            Duration pause = Duration.ofMillis(chance.nextInt(10_000_000));
            Duration kept = Duration.ofMillis(1_000 + chance.nextInt(10_000_000));
            var warm = Spacing.KeptWarm.of(new Spacing.Pause(pause), kept);

            List<Duration> parts = IntStream.rangeClosed(0, warm.pings()).mapToObj(i -> warm.pauseAfter(i)
                    .orElseThrow()).toList();

            assertThat(parts.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(pause);
            assertThat(parts).allMatch(part -> !part.isNegative()
                    && part.compareTo(kept.multipliedBy(9).dividedBy(10)) <= 0);
        }
    }
}
