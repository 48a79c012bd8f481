package dev.cachewright.format.family;

import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How fast the calls of a family follow each other: half of them come sooner.
///
/// All gaps are known by their number of binary digits alone; where in these bounds the median is, the gaps between the
/// calls that were kept tell. So a pace of four and a half minutes is not taken for one at which a cache of five minutes
/// goes cold.
public final class FamilyPace {

    private FamilyPace() {
    }

    /// The pace of the family; the usual one where its log has no times.
    public static Cadence of(FamilyProfile family) {
        return family.gaps().median().map(limit -> Cadence.every(within(limit, family.samples())))
                .orElse(AnalysisInput.USUAL);
    }

    private static Duration within(Duration limit, List<TrafficRecord> samples) {
        Duration least = limit.toSeconds() == 1 ? Duration.ZERO : limit.dividedBy(2);
        List<Duration> gaps = gaps(samples).stream()
                .filter(gap -> gap.compareTo(least) >= 0 && gap.compareTo(limit) < 0).sorted().toList();
        return gaps.isEmpty() ? limit : gaps.get(gaps.size() / 2);
    }

    private static List<Duration> gaps(List<TrafficRecord> samples) {
        var gaps = new ArrayList<Duration>();
        Optional<Instant> before = Optional.empty();
        for (TrafficRecord call : samples) {
            Optional<Instant> earlier = before;
            call.at().flatMap(at -> earlier.map(from -> Duration.between(from, at))).filter(Duration::isPositive)
                    .ifPresent(gaps::add);
            before = call.at();
        }
        return gaps;
    }
}
