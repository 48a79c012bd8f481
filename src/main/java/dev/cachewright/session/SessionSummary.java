package dev.cachewright.session;

import dev.cachewright.catalog.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// A session in a list of sessions: what is known of it without reading its calls.
///
/// @param id names the session on disk
/// @param name that its user gave it; empty where it has none
/// @param last when its last call was made
/// @param models the models that were called, as people see them
/// @param isElsewhere whether another window has it open
public record SessionSummary(String id, String name, PromptSource prompt, Instant last, String models, Totals totals,
        boolean isElsewhere) {

    /// What it is called: its own name, else that of its prompt.
    public String title() {
        return name.isEmpty() ? prompt.name() : name;
    }

    /// Sums over the calls of a session; control calls are not in the tokens.
    ///
    /// @param input tokens of the calls whose server reports both
    /// @param cached of these
    /// @param misses calls that read less than was forecast
    /// @param cost of the calls that have one; empty where none has
    public record Totals(int calls, long input, long cached, int misses, Optional<Money> cost) {

        private static final Totals NONE = new Totals(0, 0, 0, 0, Optional.empty());

        /// Of no calls.
        public static Totals none() {
            return NONE;
        }

        /// With one more call.
        public Totals with(Call call) {
            Usage usage = call.measurement().usage();
            boolean isCounted = usage.cached().isPresent() && usage.input().isPresent() && call.target().isPlain();
            Optional<Money> sum = cost.isEmpty() ? call.bill().cost()
                    : cost.map(before -> call.bill().cost().map(before::plus).orElse(before));
            return new Totals(calls + 1, input + (isCounted ? usage.input().getAsLong() : 0),
                    cached + (isCounted ? usage.cached().getAsLong() : 0), misses + (call.isUnexpectedMiss() ? 1 : 0),
                    sum);
        }

        /// Cached tokens by input tokens; empty where no server reports both.
        public OptionalDouble hitRate() {
            return input == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cached / input);
        }
    }
}
