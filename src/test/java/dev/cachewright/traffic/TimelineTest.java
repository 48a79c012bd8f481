package dev.cachewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void spansGrowWithTheTimeThatIsCoveredAndKeepTheirSums() {
        var timeline = new Timeline();
        for (int i = 0; i < 10_000; i++) {
            timeline.add(START.plusSeconds(i * 7L), 100, 60, 80);
        }
        assertThat(timeline.spans()).hasSizeBetween(60, 240);
        assertThat(timeline.spans().stream().mapToLong(Timeline.Span::input).sum()).isEqualTo(1_000_000);
        assertThat(timeline.spans().stream().mapToLong(Timeline.Span::cached).sum()).isEqualTo(600_000);
        assertThat(timeline.width()).isGreaterThanOrEqualTo(Duration.ofSeconds(256));
        assertThat(timeline.spans()).extracting(Timeline.Span::from).isSorted();
    }

    @Test
    void gapsAreCountedByTheirLength() {
        var gaps = new Gaps();
        gaps.add(Duration.ZERO);
        gaps.add(Duration.ofSeconds(1));
        gaps.add(Duration.ofMinutes(5));
        assertThat(gaps.counts()[0]).isEqualTo(1);
        assertThat(gaps.counts()[1]).isEqualTo(1);
        assertThat(gaps.counts()[9]).isEqualTo(1);
        assertThat(Gaps.below(9)).isEqualTo(Duration.ofSeconds(512));
    }
}
