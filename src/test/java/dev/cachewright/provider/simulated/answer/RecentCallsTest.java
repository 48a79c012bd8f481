package dev.cachewright.provider.simulated.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentCallsTest {

    private static final int LENGTH = 100;
    private static final CacheRules RULES = CacheRules.of(Simulators.ANALYST.catalog()
            .usualTerms(RuleSet.Named.LONGEST_PREFIX));

    private final RecentCalls calls = new RecentCalls(new RecentCalls.Bounds(10, 2_000, Duration.ofHours(25)));
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    /// @return what is read of a request whose tokens are all its own
    private long send(int number) {
        return send(IntStream.range(0, LENGTH).map(i -> number * 1_000 + i).toArray());
    }

    private long send(int... tokens) {
        now = now.plusSeconds(1);
        var request = new CacheRequest(Partition.of("m", ""), FlatTokens.of(tokens), RequestContent.plain());
        CacheStep step = RULES.step(calls.stateAt(now), request, now, _ -> Duration.ZERO);
        calls.add(new RecentCalls.Past(RULES, request, now, Duration.ZERO), step.state());
        return step.outcome().split().cached();
    }

    @Test
    void aMillionDifferentCallsStayWithinTheBounds() {
        for (int i = 0; i < 1_000_000; i++) {
            send(i, i + 1);

            assertThat(calls.size()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void whatWasCalledLatelyIsStillRead() {
        for (int i = 0; i < 10; i++) {
            send(i);
        }

        send(10);

        assertThat(calls.size()).isEqualTo(5);
        assertThat(send(10)).isEqualTo(LENGTH - 1);
        assertThat(send(7)).isEqualTo(LENGTH - 1);
        assertThat(send(0)).isZero();
    }

    @Test
    void whatIsCalledAgainAndAgainIsNeverForgotten() {
        send(-1);
        for (int i = 0; i < 200; i++) {
            send(i);

            assertThat(send(-1)).isEqualTo(LENGTH - 1);
        }
    }

    @Test
    void tokensAreBoundedToo() {
        for (int i = 0; i < 50; i++) {
            send(IntStream.range(i * 1_000, i * 1_000 + 700).toArray());

            assertThat(calls.tokens()).isLessThanOrEqualTo(2_000);
        }
        send(IntStream.range(0, 5_000).toArray());

        assertThat(calls.size()).isEqualTo(1);
        assertThat(send(IntStream.range(0, 5_000).toArray())).isEqualTo(4_999);
    }

    @Test
    void whatIsOldIsForgotten() {
        send(1);
        now = now.plus(Duration.ofHours(49));
        assertThat(send(1)).isEqualTo(LENGTH - 1);
        now = now.plus(Duration.ofHours(51));

        assertThat(send(1)).isZero();
        assertThat(calls.size()).isEqualTo(1);
    }
}
