package dev.cachewright.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Times to the first token of some calls.
///
/// @param times sorted
public record FirstTokens(List<Duration> times) {

    private static final double NEARLY_ALL = 0.95;

    public FirstTokens {
        times = times.stream().sorted().toList();
    }

    /// Of these calls, as far as a first token came.
    static FirstTokens of(List<Call> calls) {
        return new FirstTokens(calls.stream().flatMap(call -> call.measurement().timing().firstToken().stream())
                .toList());
    }

    /// How many calls had one.
    public int calls() {
        return times.size();
    }

    /// Half of them took no longer; empty where there are none.
    public Optional<Duration> median() {
        return quantile(0.5);
    }

    /// Nineteen of twenty took no longer; empty where there are none.
    public Optional<Duration> p95() {
        return quantile(NEARLY_ALL);
    }

    /// By the nearest rank: a time that was measured.
    private Optional<Duration> quantile(double share) {
        int rank = (int) Math.ceil(share * times.size());
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(Math.max(0, rank - 1)));
    }
}
