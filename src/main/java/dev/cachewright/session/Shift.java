package dev.cachewright.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// By how much one kind of call takes longer than another, with the interval that holds the true difference in 95 of 100
/// cases, whatever form the times are spread in.
///
/// The estimate is the median of the differences of all pairs (Hodges and Lehmann), the interval that of the rank sum
/// test in its normal approximation (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 4.3). Outliers, of
/// which networks have many, move neither much.
///
/// @param difference positive where the first kind takes longer
public record Shift(Duration difference, Duration low, Duration high) {

    /// The approximation holds from about this many calls of each kind on.
    private static final int FEWEST = 4;
    private static final double Z_95 = 1.959963984540054;

    /// How much longer `slow` takes than `fast`; empty where too few calls are known to say.
    public static Optional<Shift> of(FirstTokens slow, FirstTokens fast) {
        if (slow.calls() < FEWEST || fast.calls() < FEWEST) {
            return Optional.empty();
        }
        var pairs = new Pairs(nanos(slow), nanos(fast));
        long n = slow.calls();
        long m = fast.calls();
        long all = n * m;
        long below = (long) Math.floor(all / 2.0 - Z_95 * Math.sqrt(all * (n + m + 1) / 12.0));
        long rank = Math.clamp(below, 1, all);
        return Optional.of(new Shift(Duration.ofNanos(pairs.median()), Duration.ofNanos(pairs.ranked(rank)),
                Duration.ofNanos(pairs.ranked(all - rank + 1))));
    }

    private static long[] nanos(FirstTokens times) {
        List<Duration> all = times.times();
        return all.stream().mapToLong(Duration::toNanos).toArray();
    }

    /// The differences of all pairs of two sorted lists, which are too many to write down.
    private record Pairs(long[] slow, long[] fast) {

        private long median() {
            long all = (long) slow.length * fast.length;
            return all % 2 == 1 ? ranked(all / 2 + 1) : (ranked(all / 2) + ranked(all / 2 + 1)) / 2;
        }

        /// The difference with this rank from below, from 1 on: the smallest that so many do not exceed.
        private long ranked(long rank) {
            long low = slow[0] - fast[fast.length - 1];
            long high = slow[slow.length - 1] - fast[0];
            while (low < high) {
                long middle = low + Math.floorDiv(high - low, 2);
                if (upTo(middle) >= rank) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        /// How many differences are at most this.
        private long upTo(long difference) {
            long count = 0;
            int from = 0;
            for (long time : slow) {
                while (from < fast.length && time - fast[from] > difference) {
                    from++;
                }
                count += fast.length - from;
            }
            return count;
        }
    }
}
