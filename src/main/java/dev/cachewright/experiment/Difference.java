package dev.cachewright.experiment;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/// By how much one arm exceeds another, from the differences of their pairs, with the interval that holds the true
/// difference in 95 of 100 experiments: the mean, and around it Student's t times the standard error of the mean. What
/// both calls of a pair have in common, such as their row and the hour, is not in it.
///
/// Where all pairs differ by the same, as at a server that answers by rules alone, the interval is that one number.
///
/// @param pairs how many, at least 2
/// @param estimate the mean difference, in the unit of what is measured
/// @param deviation the standard deviation of the pairs, 0 where all are alike
public record Difference(int pairs, double estimate, double deviation) {

    private static final double UPPER = 0.975;
    /// More pairs than that are no answer to how many are needed.
    private static final int MOST = 1_000_000;

    /// The difference of some pairs; empty below two of them, which say nothing of how far others may lie.
    public static Optional<Difference> of(Sample pairs) {
        return pairs.variance().stream().mapToObj(variance -> new Difference(pairs.size(), pairs.mean()
                .orElseThrow(), Math.sqrt(variance))).findFirst();
    }

    /// Half the width of the interval.
    public double halfWidth() {
        return halfWidth(pairs);
    }

    public double low() {
        return estimate - halfWidth();
    }

    public double high() {
        return estimate + halfWidth();
    }

    /// Whether the interval leaves out 0.
    public boolean isTold() {
        return low() > 0 || high() < 0;
    }

    /// How many more pairs would tell a difference of the size that was seen, where further pairs differ as these do; 0
    /// where it is told already, empty where there is none or it would take more than a million.
    public OptionalInt morePairs() {
        return estimate == 0 ? OptionalInt.empty() : morePairs(Math.nextDown(Math.abs(estimate)));
    }

    /// How many more pairs would make half the interval this wide at most, where further pairs differ as these do; empty
    /// where it would take more than a million.
    ///
    /// @param wanted above 0, in the unit of the estimate
    public OptionalInt morePairs(double wanted) {
        if (halfWidth() <= wanted) {
            return OptionalInt.of(0);
        }
        if (!(wanted > 0) || halfWidth(MOST) > wanted) {
            return OptionalInt.empty();
        }
        int tooFew = pairs;
        int enough = MOST;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            if (halfWidth(middle) <= wanted) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalInt.of(enough - pairs);
    }

    private double halfWidth(int count) {
        return deviation == 0 ? 0
                : TDistribution.of(count - 1.0).inverseCumulativeProbability(UPPER) * deviation / Math.sqrt(count);
    }
}
