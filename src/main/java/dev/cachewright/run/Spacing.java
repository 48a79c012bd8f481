package dev.cachewright.run;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/// The time between calls.
public sealed interface Spacing {

    /// The time from the end of the call with this index to the beginning of the next; empty where calls have a time of
    /// their own.
    Optional<Duration> pauseAfter(int index);

    /// When the call with this index begins, from the beginning of the run; empty where it follows the one before it.
    Optional<Duration> due(int index);

    /// A pause between the end of a call and the beginning of the next.
    record Pause(Duration pause) implements Spacing {

        @Override
        public Optional<Duration> pauseAfter(int index) {
            return Optional.of(pause);
        }

        @Override
        public Optional<Duration> due(int index) {
            return Optional.empty();
        }
    }

    /// Calls that begin at a rate, whatever the answers take, as long as not too many are on their way.
    ///
    /// @param calls a minute, above 0
    /// @param jitter how far each may begin from its time, in parts of the time between two; 0 to 1
    /// @param seed of the jitter: the same one gives the same times
    record PerMinute(double calls, double jitter, long seed) implements Spacing {

        private static final double MINUTE = 60e9;

        @Override
        public Optional<Duration> pauseAfter(int index) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> due(int index) {
            double away = index == 0 ? 0 : jitter * (new SplittableRandom(seed + index).nextDouble() - 0.5);
            return Optional.of(Duration.ofNanos(Math.round(MINUTE / calls * (index + away))));
        }

        Duration interval() {
            return Duration.ofNanos(Math.round(MINUTE / calls));
        }
    }

    /// Calls with pings between them, so many after each, that keep what is stored from expiring.
    ///
    /// @param between the calls that are not pings
    /// @param every the time from a call or ping to the next ping
    record KeptWarm(Spacing between, int pings, Duration every) implements Spacing {

        private static final int TENTHS = 10;

        /// With a ping whenever nine tenths of the lifetime would pass without a call, which leaves time for it to arrive.
        ///
        /// @param kept how long what is stored is kept after its last use, above 0
        /// @return without pings where calls follow each other sooner
        public static KeptWarm of(Spacing between, Duration kept) {
            Duration every = kept.multipliedBy(TENTHS - 1).dividedBy(TENTHS);
            Duration gap = switch (between) {
                case Pause(Duration pause) -> pause;
                case PerMinute rate -> rate.interval();
                case KeptWarm other -> other.every;
            };
            long times = gap.minusNanos(1).dividedBy(every);
            return new KeptWarm(between, gap.isPositive() ? Math.toIntExact(times) : 0, every);
        }

        @Override
        public Optional<Duration> pauseAfter(int index) {
            return between.pauseAfter(call(index)).map(pause -> ping(index) < pings
                    ? every
                    : pause.minus(every.multipliedBy(pings)));
        }

        @Override
        public Optional<Duration> due(int index) {
            return between.due(call(index)).map(due -> due.plus(every.multipliedBy(ping(index))));
        }

        /// The number of the call, pings not counted.
        private int call(int index) {
            return index / (pings + 1);
        }

        /// The number of the ping after its call; 0 for the call itself.
        private int ping(int index) {
            return index % (pings + 1);
        }
    }
}
