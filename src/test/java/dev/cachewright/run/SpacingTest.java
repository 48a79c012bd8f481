package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpacingTest {

    @Test
    void callsBeginAtTheirRate() {
        var rate = new Spacing.PerMinute(120, 0, 1);

        assertThat(rate.due(0)).isZero();
        assertThat(rate.due(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(rate.due(240)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void jitterMovesACallByHalfItsShareAtMostAndKeepsTheRate() {
        var rate = new Spacing.PerMinute(60, 0.5, 7);

        assertThat(IntStream.range(1, 1_000).mapToLong(i -> rate.due(i).minusSeconds(i).toMillis()))
                .allMatch(away -> Math.abs(away) <= 250).anyMatch(away -> away > 200).anyMatch(away -> away < -200);
        assertThat(IntStream.range(1, 1_000).mapToLong(i -> rate.due(i).minusSeconds(i).toMillis()).average()
                .orElseThrow()).isBetween(-20.0, 20.0);
        assertThat(rate.due(5)).isEqualTo(new Spacing.PerMinute(60, 0.5, 7).due(5))
                .isNotEqualTo(new Spacing.PerMinute(60, 0.5, 8).due(5));
    }
}
