package dev.cachewright.session;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.catalog.Money;
import java.util.List;
import java.util.Optional;

/// One finished call, without its bodies: these are in its [Exchange].
///
/// @param number within its session, starting from 1
/// @param bill what it cost
public record Call(int number, CallTarget target, CallForecast forecast, Measurement measurement, Bill bill) {

    public Verdict verdict() {
        return switch (measurement.result()) {
            case CallResult.Answered _ -> Verdict.of(forecast, measurement.usage());
            case CallResult.Cancelled _ -> Verdict.CANCELLED;
            case CallResult.Failed _ -> Verdict.FAILED;
        };
    }

    /// Whether it read less than was forecast before it was sent. A miss that the forecast named is none, such as that
    /// of an edit: nothing could be there to be read.
    public boolean isUnexpectedMiss() {
        Usage usage = measurement.usage();
        return verdict().isMiss() && usage.cached().isPresent() && !Verdict.isMet(forecast, usage);
    }

    /// The tokens of the input: as reported, else as counted before.
    public long input() {
        return measurement.usage().input().orElse(forecast.split().input());
    }

    /// What came back.
    ///
    /// @param refused why it was sent again, for each try before the one that is measured
    public record Measurement(CallResult result, Usage usage, Timing timing, List<Failure> refused) {

        public Measurement {
            refused = List.copyOf(refused);
        }

        /// Of a call that was sent once.
        public Measurement(CallResult result, Usage usage, Timing timing) {
            this(result, usage, timing, List.of());
        }
    }

    /// The cost of a call; empty where the model has no price.
    ///
    /// @param cost input and output as reported
    /// @param uncached what the same call costs where nothing is cached
    /// @param perfect what it costs where all of its static prefix is read
    public record Bill(Optional<Money> cost, Optional<Money> uncached, Optional<Money> perfect) {

        /// Of a call whose static prefix is not known.
        public Bill(Optional<Money> cost, Optional<Money> uncached) {
            this(cost, uncached, Optional.empty());
        }
    }
}
