package dev.cachewright.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A correction that the user has measured: the factor of the catalogue, and what servers counted since.
///
/// The typical factor is the mean of all measurements, weighted by tokens: long texts say more. The band reaches from
/// the least factor to the greatest, and beyond each by a part of the catalogue's width, 1/(n + 1) of it after n
/// requests: this is the chance that one more request of the same kind lies beyond the greatest of n. One request halves
/// the width, nine leave a tenth. What is known of other scripts is kept in its proportion.
///
/// @param catalogue what was assumed before anything was measured
/// @param requests each measured once, the latest last; at least one
public record Measured(Correction catalogue, List<Measurement> requests) {

    private static final int KEPT = 50;
    /// Of a factor, that are kept.
    private static final double DIGITS = 10_000;

    public Measured {
        requests = List.copyOf(requests);
    }

    /// The first measurement of a model.
    public static Measured first(Correction catalogue, Measurement measurement) {
        return new Measured(catalogue, List.of(measurement));
    }

    /// These measurements and one more; of the same request the latest counts.
    public Measured with(Measurement next) {
        var all = new ArrayList<>(requests);
        all.removeIf(known -> known.request().equals(next.request()));
        all.add(next);
        return new Measured(catalogue, all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /// The correction that follows.
    ///
    /// @param source where the counts are from
    public Correction correction(String source) {
        double tokens = requests.stream().mapToDouble(Measurement::tokens).sum();
        double typical = requests.stream().mapToDouble(each -> each.factor() * each.tokens()).sum() / tokens;
        double least = requests.stream().mapToDouble(Measurement::factor).min().orElseThrow();
        double greatest = requests.stream().mapToDouble(Measurement::factor).max().orElseThrow();
        double share = 1.0 / (requests.size() + 1);
        double low = least * (1 - share * (1 - catalogue.low() / catalogue.typical()));
        double high = greatest * (1 + share * (catalogue.high() / catalogue.typical() - 1));
        double others = Math.max(high, typical * catalogue.otherScripts() / catalogue.typical());
        var date = requests.stream().map(Measurement::date).max(Comparator.naturalOrder());
        return new Correction(down(low), Math.clamp(near(typical), down(low), up(high)), up(high), up(others),
                new Source(source, "", date, List.of(), List.of()), requests.size());
    }

    private static double down(double factor) {
        return Math.floor(factor * DIGITS) / DIGITS;
    }

    private static double near(double factor) {
        return Math.round(factor * DIGITS) / DIGITS;
    }

    private static double up(double factor) {
        return Math.ceil(factor * DIGITS) / DIGITS;
    }
}
