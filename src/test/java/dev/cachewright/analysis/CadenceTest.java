package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static List<Long> offsets(Cadence cadence, int calls) {
        return IntStream.range(0, calls).mapToObj(i -> cadence.offsetOf(i).toSeconds()).toList();
    }

    @Test
    void callsFollowEachOtherAtOneDistance() {
        assertThat(offsets(Cadence.every(Duration.ofSeconds(6)), 4)).containsExactly(0L, 6L, 12L, 18L);
    }

    @Test
    void callsThatAreSentTogetherBeginTogether() {
        assertThat(offsets(new Cadence(Duration.ofSeconds(6), 3, 0, Duration.ZERO), 7))
                .containsExactly(0L, 0L, 0L, 6L, 6L, 6L, 12L);
    }

    @Test
    void aPauseComesOnTopAfterSoManyCalls() {
        assertThat(offsets(new Cadence(Duration.ofSeconds(1), 1, 2, Duration.ofSeconds(100)), 6))
                .containsExactly(0L, 1L, 102L, 103L, 204L, 205L);
    }

    @Test
    void aPauseWithoutACountIsNone() {
        assertThat(offsets(new Cadence(Duration.ofSeconds(1), 1, 0, Duration.ofSeconds(100)), 3))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void callsAMinuteAreThoseBetweenPauses() {
        assertThat(AnalysisInput.USUAL.callsAMinute()).isEqualTo(10);
        assertThat(new Cadence(Duration.ofSeconds(6), 3, 5, Duration.ofHours(1)).callsAMinute()).isEqualTo(30);
        assertThat(Cadence.every(Duration.ofMillis(500)).callsAMinute()).isEqualTo(120);
    }

    @Test
    void allAtOnceIsMoreThanAnyNumberAMinute() {
        assertThat(Cadence.every(Duration.ZERO).callsAMinute()).isInfinite();
    }

    @Test
    void figuresBelowTheirLeastAreRefused() {
        Duration second = Duration.ofSeconds(1);
        Duration negative = Duration.ofSeconds(-1);

        assertThatIllegalArgumentException().isThrownBy(() -> Cadence.every(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(second, 0, 0, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(second, 1, -1, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(second, 1, 0, negative));
    }
}
