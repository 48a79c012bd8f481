package dev.cachewright.traffic;

import dev.cachewright.catalog.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What recorded calls read and missed, why, and what it cost.
///
/// @param families what was lost in which costs most first
/// @param models by the name that calls ask for
/// @param routes by server
/// @param keys by what tells the keys apart
/// @param first when the first call was sent; empty where the log has no times
/// @param last when the last call was sent
/// @param remarks what is to be known before the figures are believed
public record TrafficProfile(Sums all, List<FamilyProfile> families, Map<String, Sums> models,
        Map<String, Sums> routes, Map<String, Sums> keys, Timeline timeline, Gaps gaps, Optional<Instant> first,
        Optional<Instant> last, Remarks remarks) {

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    /// Of a shorter time one odd call would make a day.
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    /// Calls of which less is known than of others.
    ///
    /// @param withoutRequest their log holds no request, or not the text that was sent: nothing is known of what they
    /// could have read
    /// @param lostText of these, those whose log holds other text than was sent
    /// @param firstLost the place of the first of them
    /// @param withoutCache what they went to has no cache
    /// @param late they came so much out of order in their logs that they were judged after later ones
    public record Remarks(long withoutRequest, long lostText, Optional<TrafficRecord.Place> firstLost,
            long withoutCache, long late) {
    }

    public TrafficProfile {
        families = families.stream().sorted(Comparator
                .comparing((FamilyProfile family) -> family.sums().waste().orElse(Money.ZERO)).reversed()
                .thenComparing(family -> -family.sums().calls()).thenComparing(FamilyProfile::id)).toList();
        models = Map.copyOf(models);
        routes = Map.copyOf(routes);
        keys = Map.copyOf(keys);
    }

    /// Whether none of the calls whose request is known went to a model with a cache.
    public boolean hasNoCache() {
        return remarks.withoutCache() > 0 && remarks.withoutCache() == all.calls() - remarks.withoutRequest();
    }

    /// What of an amount falls on one day of the time that the calls cover; empty where they cover less than ten minutes or
    /// have no times.
    public Optional<Money> perDay(Money amount) {
        Optional<Duration> covered = first.flatMap(from -> last.map(to -> Duration.between(from, to)))
                .filter(time -> time.compareTo(SHORTEST) >= 0);
        return covered.map(time -> new Money(BigDecimal.valueOf(amount.picoDollars()).multiply(SECONDS_A_DAY)
                .divide(BigDecimal.valueOf(time.toSeconds()), RoundingMode.HALF_EVEN).longValueExact()));
    }
}
