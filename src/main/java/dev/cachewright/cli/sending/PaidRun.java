package dev.cachewright.cli.sending;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.catalog.Money;
import dev.cachewright.cli.print.Console;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.RunPlan;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Says what a run is likely to cost before it costs it.
public final class PaidRun {

    /// Fewer calls that cost less are not worth a word.
    private static final int FEW = 10;
    private static final Money LITTLE = new Money(100_000_000_000L);
    private static final Duration APART = Duration.ofSeconds(1);

    private PaidRun() {
    }

    /// @param now when its first call is sent, which decides its prices
    public static void say(RunPlan plan, Analyst analyst, Instant now, Console console) {
        if (isPaid(plan.profile())) {
            say(plan.profile(), plan.order().size(), plan.destination().modelId(), cost(plan, analyst, now), console);
        }
    }

    /// The same of calls whose cost is forecast elsewhere.
    ///
    /// @param cost of the input; empty where no price is known
    public static void say(Profile profile, int calls, String modelId, Optional<Money> cost, Console console) {
        boolean isDear = cost.filter(money -> money.compareTo(LITTLE) > 0).isPresent();
        if (isPaid(profile) && (calls > FEW || isDear)) {
            console.say(Texts.format("paid-run.cost", calls, profile.name(),
                    cost.map(money -> Texts.format("paid-run.money", Numbers.money(money.dollars())))
                            .orElseGet(() -> Texts.format("paid-run.no-price", modelId))));
        }
    }

    private static boolean isPaid(Profile profile) {
        return profile.kind() != Profile.Kind.SIMULATOR;
    }

    /// Of the input, by the forecast of calls that follow each other.
    private static Optional<Money> cost(RunPlan plan, Analyst analyst, Instant now) {
        CountedRows rows = analyst.countRows(plan.prompt(), plan.values(), plan.destination());
        Map<Boolean, List<CountedRequest>> byArm = IntStream.range(0, plan.order().size()).boxed()
                .collect(Collectors.partitioningBy(plan.order().controls()::contains,
                        Collectors.mapping(i -> rows.rows().get(plan.order().rows().get(i)), Collectors.toList())));
        return plan.destination().terms(rows.rows().getFirst().request().settings())
                .map(terms -> new Forecaster(terms, rows.prefix().tokens()))
                .flatMap(forecaster -> {
                    SeriesForecast measured = forecaster.series(byArm.get(false), now, Cadence.every(APART));
                    // Nothing of a control call is read.
                    Optional<Money> controls = forecaster.series(byArm.get(true), now, Cadence.every(APART))
                            .uncachedCost();
                    return measured.cost().flatMap(money -> controls.map(money::plus));
                });
    }
}
