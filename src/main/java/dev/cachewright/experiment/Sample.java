package dev.cachewright.experiment;

import java.util.List;
import java.util.OptionalDouble;

/// Numbers that were measured, in one unit.
///
/// @param values in the order in which they were measured
public record Sample(List<Double> values) {

    public Sample {
        values = List.copyOf(values);
    }

    /// How many numbers there are.
    public int size() {
        return values.size();
    }

    /// Their mean; empty where there are none. Equal numbers have themselves as their mean, to the last digit: it is
    /// taken from the first one on.
    public OptionalDouble mean() {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        double first = values.getFirst();
        return OptionalDouble.of(first + values.stream().mapToDouble(value -> value - first).sum() / size());
    }

    /// The variance of what they were drawn from, by n − 1; empty below two numbers, and 0 where all are equal.
    public OptionalDouble variance() {
        if (size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        return OptionalDouble.of(values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
                / (size() - 1));
    }
}
