package dev.cachewright.traffic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How long calls of one family come after each other.
public final class Gaps {

    private static final int MOST = 24;

    private final long[] counts = new long[MOST];

    void add(Duration gap) {
        long seconds = Math.max(0, gap.toSeconds());
        counts[Math.min(MOST - 1, Long.SIZE - Long.numberOfLeadingZeros(seconds))]++;
    }

    void add(Gaps other) {
        Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
    }

    /// How many gaps there are of each length: under a second, under 2, under 4, …
    public long[] counts() {
        return counts.clone();
    }

    /// What half of the gaps are shorter than, to the next count; empty where there are none.
    public Optional<Duration> median() {
        long all = Arrays.stream(counts).sum();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            if (sum * 2 >= all && sum > 0) {
                return Optional.of(below(i));
            }
        }
        return Optional.empty();
    }

    /// What all gaps of one count are shorter than.
    public static Duration below(int index) {
        return Duration.ofSeconds(1L << index);
    }
}
