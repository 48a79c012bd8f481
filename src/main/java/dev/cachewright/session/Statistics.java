package dev.cachewright.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The figures of some calls, without pings, and without those for control but where they are named.
///
/// @param tokens of the answered calls
/// @param answered calls that came to their end
/// @param asForecast of these, how many read what was forecast, within the band of an estimate
/// @param costs of the answered calls
/// @param warm times to the first token of calls that read from the cache
/// @param cold times to the first token of calls that read nothing
/// @param control times to the first token of control calls
public record Statistics(TokenSums tokens, int answered, int asForecast, CostSums costs, FirstTokens warm,
        FirstTokens cold, FirstTokens control) {

    public static Statistics of(List<Call> calls) {
        Map<Purpose, List<Call>> byPurpose = calls.stream().filter(
                call -> call.measurement().result() instanceof CallResult.Answered)
                .collect(Collectors.groupingBy(call -> call.target().purpose()));
        List<Call> answered = byPurpose.getOrDefault(Purpose.PLAIN, List.of());
        int met = (int) answered.stream().filter(Statistics::isForecastMet).count();
        return new Statistics(TokenSums.of(answered), answered.size(), met, CostSums.of(answered),
                FirstTokens.of(answered.stream().filter(call -> cached(call, 0) > 0).toList()),
                FirstTokens.of(answered.stream().filter(call -> cached(call, 1) == 0).toList()),
                FirstTokens.of(byPurpose.getOrDefault(Purpose.CONTROL, List.of())));
    }

    private static long cached(Call call, long unknown) {
        return call.measurement().usage().cached().orElse(unknown);
    }

    /// Cached tokens by input tokens; empty where no server reports both.
    public OptionalDouble hitRate() {
        return tokens.hitRate();
    }

    /// How much longer a cold call takes to its first token than a warm one; empty where too few are known.
    public Optional<Shift> gain() {
        return Shift.of(cold, warm);
    }

    private static boolean isForecastMet(Call call) {
        return Verdict.isMet(call.forecast(), call.measurement().usage());
    }
}
