package dev.cachewright.session;

import dev.cachewright.catalog.Money;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of a session, without those of its control calls but where they are named.
///
/// @param hitRate cached tokens by input tokens, over the answered calls whose server reports both; empty where none
/// does
/// @param answered calls that came to their end
/// @param asForecast of these, how many read what was forecast, within the band of an estimate
/// @param saved what caching saved, over all answered calls
/// @param warm median time to the first token of calls that read from the cache
/// @param cold median time to the first token of calls that read nothing
/// @param control median time to the first token of control calls
public record Statistics(OptionalDouble hitRate, int answered, int asForecast, Money saved, Optional<Duration> warm,
        Optional<Duration> cold, Optional<Duration> control) {

    public static Statistics of(List<Call> calls) {
        Map<Boolean, List<Call>> byArm = calls.stream().filter(
                call -> call.measurement().result() instanceof CallResult.Answered)
                .collect(Collectors.partitioningBy(call -> call.target().isControl()));
        List<Call> answered = byArm.get(false);
        int met = (int) answered.stream().filter(Statistics::isForecastMet).count();
        Money saved = answered.stream().map(Call::bill).map(Statistics::saved).reduce(Money.ZERO, Money::plus);
        return new Statistics(hitRate(answered), answered.size(), met, saved,
                median(answered.stream().filter(call -> call.measurement().usage().cached().orElse(0) > 0)),
                median(answered.stream().filter(call -> call.measurement().usage().cached().orElse(1) == 0)),
                median(byArm.get(true).stream()));
    }

    private static Money saved(Call.Bill bill) {
        return bill.uncached().flatMap(uncached -> bill.cost().map(uncached::minus)).orElse(Money.ZERO);
    }

    private static boolean isForecastMet(Call call) {
        return Verdict.isMet(call.forecast(), call.measurement().usage());
    }

    private static OptionalDouble hitRate(List<Call> calls) {
        long cached = 0;
        long input = 0;
        for (Call call : calls) {
            Usage usage = call.measurement().usage();
            if (usage.cached().isPresent() && usage.input().isPresent()) {
                cached += usage.cached().getAsLong();
                input += usage.input().getAsLong();
            }
        }
        return input == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cached / input);
    }

    private static Optional<Duration> median(Stream<Call> calls) {
        List<Duration> times = calls.flatMap(call -> call.measurement().timing().firstToken().stream()).sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2));
    }
}
