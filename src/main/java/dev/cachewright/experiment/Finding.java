package dev.cachewright.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an experiment says of two arms by one measure.
///
/// @param baseline the name of the arm that the other is compared with
/// @param other the name of the other arm; a positive difference says that it takes more
/// @param leftOut pairs of which one call is unknown or missing: they are no part of the difference
/// @param difference empty where fewer than two pairs are known
public record Finding(Measure measure, String baseline, String other, int leftOut, Optional<Difference> difference) {

    /// Compares an arm with a baseline, call by call.
    public static Finding of(Measure measure, Arm baseline, Arm other) {
        List<Optional<BigDecimal>> before = measure.of(baseline);
        List<Optional<BigDecimal>> now = measure.of(other);
        int rounds = Math.max(before.size(), now.size());
        var differences = new ArrayList<Double>();
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            Optional<BigDecimal> taken = before.get(i);
            now.get(i).flatMap(more -> taken.map(more::subtract)).map(BigDecimal::doubleValue)
                    .ifPresent(differences::add);
        }
        return new Finding(measure, baseline.name(), other.name(), rounds - differences.size(),
                Difference.of(new Sample(differences)));
    }

    /// Whether a difference was found: the interval leaves out 0.
    public boolean isTold() {
        return difference.filter(Difference::isTold).isPresent();
    }

    /// The arm that takes less; empty where no difference was found.
    public Optional<String> better() {
        return difference.filter(Difference::isTold).map(found -> found.estimate() > 0 ? baseline : other);
    }
}
