package dev.cachewright.cache.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivesTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Lifetime LIFETIME = Lifetime.exactly(Duration.ofMinutes(5));

    private static Life life(int key, Instant at) {
        return new Life(Partition.of("m", "key " + key), LIFETIME, at, at);
    }

    /// Every life there ever was, the one that was used last at the end.
    private static final class Twin {

        private final List<Life> all = new ArrayList<>();

        private void add(Life life) {
            List<Life> before = all.stream().filter(one -> one.partition().equals(life.partition())).toList();
            all.removeAll(before);
            all.add(before.isEmpty() ? life : before.getFirst().touchedBy(life));
        }

        private Life of(Partition partition) {
            return all.stream().filter(one -> one.partition().equals(partition)).findFirst().orElse(null);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60, 1_000})
    void areWhatTheTwinKeeps(int keys) {
        var random = new Random(keys);
        var twin = new Twin();
        Lives lives = Lives.NONE;
        Instant at = START;
        for (int i = 0; i < 3_000; i++) {
            Life life = life(random.nextInt(keys), at);
            lives = lives.with(life);
            twin.add(life);
            Life asked = life(random.nextInt(keys), at);
            Life known = twin.of(asked.partition());
            // What expired more than an hour ago may be forgotten.
            if (known == null || at.isBefore(known.usedAt().plus(Duration.ofMinutes(65)))) {
                assertThat(lives.of(asked.partition()).orElse(null)).isEqualTo(known);
            }
            boolean isElsewhere = twin.all.stream()
                    .anyMatch(one -> !one.partition().equals(asked.partition()) && one.isLive(life.usedAt()));
            assertThat(lives.elsewhere(asked.partition(), at).isPresent()).isEqualTo(isElsewhere);
            at = at.plusSeconds(random.nextInt(20) == 0 ? 400 : random.nextInt(5));
        }
    }

    @Test
    void areForgottenAnHourAfterTheLastExpired() {
        Lives lives = Lives.NONE;
        for (int i = 0; i < 500; i++) {
            lives = lives.with(life(i, START));
        }

        assertThat(lives.isForgotten(START.plus(Duration.ofMinutes(64)))).isFalse();
        assertThat(lives.isForgotten(START.plus(Duration.ofMinutes(65)))).isTrue();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHundredThousandPartitionsOfOneInstantAreKept() {
        Lives lives = Lives.NONE;
        for (int i = 0; i < 100_000; i++) {
            lives = lives.with(life(i, START));
            assertThat(lives.isForgotten(START)).isFalse();
        }

        assertThat(lives.of(Partition.of("m", "key 0"))).contains(life(0, START));
        assertThat(lives.of(Partition.of("m", "key 99999"))).contains(life(99_999, START));
    }
}
