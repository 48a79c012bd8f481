package dev.cachewright.session;

import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
import dev.cachewright.prompt.Settings;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Prices calls by what their server reported, at the rates of their day.
public final class Billing {

    private Billing() {
    }

    /// @param at when the call was sent
    /// @param settings of the request, which name the service tier
    /// @param lifetimes that its breakpoints ask for; what is written for two of them, and not reported apart, has no price
    /// @return empty amounts where the model has no price, or they depend on what the server did not report
    public static Call.Bill bill(Optional<Model> model, Settings settings, Set<String> lifetimes, Usage usage,
            Instant at) {
        return bill(model, SentSettings.tier(settings), lifetimes, usage, at);
    }

    /// The same for a request whose service tier is known.
    public static Call.Bill bill(Optional<Model> model, String tier, Set<String> lifetimes, Usage usage, Instant at) {
        long input = usage.input().orElse(0);
        Optional<Rates> listed = model.flatMap(row -> row.ratesAt(at, input, tier));
        Optional<Money> output = listed.flatMap(rates -> output(rates, usage));
        if (usage.input().isEmpty() || output.isEmpty()) {
            return new Call.Bill(Optional.empty(), Optional.empty());
        }
        Rates rates = listed.get();
        Set<Money> possible = possible(rates, lifetimes, usage);
        return new Call.Bill(
                possible.size() == 1 ? possible.stream().findFirst().map(output.get()::plus) : Optional.empty(),
                Optional.of(rates.ofInput(InputSplit.uncached(input)).plus(output.get())));
    }

    /// What the input of a call costs, without its answer.
    ///
    /// @param lifetimes that its breakpoints ask for
    /// @return empty where the model has no price, or it depends on what the server did not report
    public static Optional<Money> input(Optional<Model> model, Settings settings, Set<String> lifetimes, Usage usage,
            Instant at) {
        return bill(model, settings, lifetimes, usage.withoutOutput(), at).cost();
    }

    /// What the same call costs where all of its static prefix is read and nothing is written: the best that a warm cache
    /// can do. Where it has read more than that, what it has read.
    ///
    /// @param promised tokens of the static prefix that a warm call reads
    public static Optional<Money> perfect(Optional<Model> model, Settings settings, Usage usage, long promised,
            Instant at) {
        long input = usage.input().orElse(0);
        long read = Math.min(input, Math.max(promised, usage.cached().orElse(0)));
        return model.filter(_ -> usage.input().isPresent())
                .flatMap(row -> row.ratesAt(at, input, SentSettings.tier(settings)))
                .flatMap(rates -> output(rates, usage)
                        .map(rates.ofInput(new InputSplit(read, 0, input - read, 0))::plus));
    }

    /// What a call can cost at most: nothing of it cached, all of it written at the dearest rate, and an answer of full
    /// length.
    ///
    /// @param input in tokens
    /// @param output tokens of the longest answer
    /// @return empty where the model has no price
    public static Optional<Money> most(Optional<Model> model, Settings settings, Set<String> lifetimes, long input,
            long output, Instant at) {
        var unreported = new Usage(OptionalLong.of(input), OptionalLong.empty(), OptionalLong.empty(),
                OptionalLong.of(output), "");
        return model.flatMap(row -> row.ratesAt(at, input, SentSettings.tier(settings)))
                .map(rates -> possible(rates, lifetimes, unreported).stream()
                        .max(Comparator.naturalOrder()).orElseThrow()
                        .plus(rates.output().of(output)));
    }

    private static Optional<Money> output(Rates rates, Usage usage) {
        boolean isFree = rates.output().of(1).equals(Money.ZERO);
        return usage.output().isPresent() || isFree
                ? Optional.of(rates.output().of(usage.output().orElse(0)))
                : Optional.empty();
    }

    /// What the input can have cost: where a part of it was not reported, with all of it and with none.
    private static Set<Money> possible(Rates rates, Set<String> lifetimes, Usage usage) {
        long input = usage.input().orElseThrow();
        var amounts = new HashSet<Money>();
        for (long cached : choices(usage.cached(), input)) {
            for (long written : choices(usage.written(), input - cached)) {
                for (long longWritten : longChoices(rates, lifetimes, usage, written)) {
                    var split = new InputSplit(cached, written, input - cached - written, longWritten);
                    amounts.add(rates.ofInput(split));
                }
            }
        }
        return amounts;
    }

    private static long[] longChoices(Rates rates, Set<String> lifetimes, Usage usage, long written) {
        if (usage.longWritten().isPresent()) {
            return new long[]{Math.min(written, usage.longWritten().getAsLong())};
        }
        boolean isLong = false;
        boolean isShort = lifetimes.isEmpty();
        for (String ttl : lifetimes) {
            isLong |= rates.isLong(ttl);
            isShort |= !rates.isLong(ttl);
        }
        return isLong && isShort ? new long[]{0, written} : new long[]{isLong ? written : 0};
    }

    private static long[] choices(OptionalLong reported, long most) {
        return reported.isPresent() ? new long[]{Math.min(most, reported.getAsLong())} : new long[]{0, most};
    }
}
