package dev.cachewright.whatif;

import java.time.Duration;
import java.util.OptionalInt;

/// How calls come in, over a whole day.
///
/// They come in groups that are sent together. Groups come by chance, each independent of those before (a Poisson
/// process), or at even times; each goes to one cache key, taken by chance or in turn. A vendor that names a limit of
/// calls a minute for one key spreads what is above it over several machines, each of which has a cache of its own.
///
/// @param perMinute calls a minute, all keys together; above 0
/// @param together how many calls are sent at the same moment, from 1 on
/// @param isEven whether groups come at even times instead of by chance
/// @param keys how many cache keys the calls are spread over, from 1 on
public record Load(double perMinute, int together, boolean isEven, int keys) {

    private static final double SECONDS_A_MINUTE = 60;
    private static final double NANOS = 1e9;

    /// @throws IllegalArgumentException where a figure is below its least, or no number
    public Load {
        if (!(perMinute > 0) || Double.isInfinite(perMinute) || together < 1 || keys < 1) {
            throw new IllegalArgumentException(perMinute + ", " + together + ", " + keys);
        }
    }

    /// Single calls that come by chance, under one key.
    public static Load perMinute(double calls) {
        return new Load(calls, 1, false, 1);
    }

    public Load withPerMinute(double calls) {
        return new Load(calls, together, isEven, keys);
    }

    public Load withTogether(int calls) {
        return new Load(perMinute, calls, isEven, keys);
    }

    public Load withKeys(int count) {
        return new Load(perMinute, together, isEven, count);
    }

    /// How many caches the calls are spread over.
    ///
    /// @param limit calls a minute that one key can take; empty where the vendor names none
    public long caches(OptionalInt limit) {
        double ofKey = perMinute / keys;
        long machines = limit.isEmpty() ? 1 : Math.max(1, (long) Math.ceil(ofKey / limit.getAsInt()));
        return keys * machines;
    }

    /// The share of calls that find nothing in their cache, because the group before it is longer ago than it is kept:
    /// `exp(-rate x lifetime)` for groups by chance; all or none for even ones.
    ///
    /// @param lifetime since the last use; zero where nothing is kept
    public double coldShare(Duration lifetime, OptionalInt limit) {
        double lives = groupsWithin(lifetime, limit);
        return isEven ? lives > 1 ? 0 : 1 : Math.exp(-lives);
    }

    /// How many pings keep a cache warm between two groups, where one is sent whenever `every` has passed since the last
    /// use: the sum of the shares of gaps that are longer than 1, 2, 3 … times `every`.
    public double pingsBetween(Duration every, OptionalInt limit) {
        double lives = groupsWithin(every, limit);
        return isEven ? Math.max(0, Math.ceil(1 / lives) - 1) : 1 / Math.expm1(lives);
    }

    /// Groups that one cache gets in that time, on average.
    private double groupsWithin(Duration time, OptionalInt limit) {
        double minutes = (time.toSeconds() + time.getNano() / NANOS) / SECONDS_A_MINUTE;
        return perMinute / together / caches(limit) * minutes;
    }
}
