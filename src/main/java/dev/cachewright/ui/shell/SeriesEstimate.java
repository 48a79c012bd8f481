package dev.cachewright.ui.shell;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.Money;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a series is likely to take, from the forecast and from earlier calls of the same model.
///
/// @param calls how many
/// @param input tokens of all of them; empty while they are not counted
/// @param isExact whether these tokens are the server's own
/// @param inputCost empty where the model has no price
/// @param answerCost of answers as long as those of the earlier calls; empty without such calls or a price
/// @param duration of all calls
/// @param isTimed whether the duration is that of earlier calls, and not assumed
record SeriesEstimate(long calls, OptionalLong input, boolean isExact, Optional<Money> inputCost,
        Optional<Money> answerCost, Duration duration, boolean isTimed) {

    /// How long a call takes where none was timed.
    static final Duration ASSUMED = Duration.ofSeconds(3);

    private static final double MINUTE_MILLIS = 60_000;

    /// The calls over all rows, so many times, those for control, and pings.
    ///
    /// @param analysis of the prompt; empty while there is none
    /// @param session the calls so far
    static SeriesEstimate of(Plan plan, Optional<Analysis> analysis, List<Call> session, Instant now) {
        long calls = (long) plan.rows() * plan.times() + plan.controls() + plan.pings();
        List<Call> alike = session.stream().filter(call -> call.target().model().equals(plan.model())
                && call.target().profile().equals(plan.profile())
                && call.measurement().result() instanceof CallResult.Answered).toList();
        OptionalDouble millis = alike.stream().mapToLong(call -> call.measurement().timing().total().toMillis())
                .average();
        return new SeriesEstimate(calls, input(plan, analysis), analysis.filter(Analysis::isExact).isPresent(),
                analysis.flatMap(Analysis::outlook).map(Outlook::series).map(series -> of(series, plan.rows()))
                        .flatMap(series -> cost(series, plan)),
                analysis.flatMap(known -> answerCost(known, alike, now)).map(one -> times(one, calls - plan.pings())),
                duration(plan.pace(), calls, Duration.ofMillis(Math.round(millis.orElse(ASSUMED.toMillis())))),
                millis.isPresent());
    }

    /// The forecast of what is sent: a second request that is compared is not.
    private static SeriesForecast of(SeriesForecast series, int rows) {
        return rows >= series.calls().size() ? series
                : new SeriesForecast(series.calls().subList(0, rows), series.uncachedCost());
    }

    /// What is to be run where.
    ///
    /// @param controls calls that nothing is cached for
    /// @param pings calls that are warm, with next to no answer
    record Plan(int rows, int times, int controls, int pings, Pace pace, String profile, String model) {
    }

    private static OptionalLong input(Plan plan, Optional<Analysis> analysis) {
        if (analysis.isEmpty()) {
            return OptionalLong.empty();
        }
        long once = analysis.get().outlook().map(outlook -> of(outlook.series(), plan.rows()).input())
                .orElseGet(() -> (long) analysis.get().total().tokens() * plan.rows());
        return OptionalLong.of(once * plan.times() + once * (plan.controls() + plan.pings()) / Math.max(1,
                plan.rows()));
    }

    /// Later passes begin with a warm cache.
    private static Optional<Money> cost(SeriesForecast series, Plan plan) {
        Optional<Money> steady = series.steady().or(() -> series.calls().stream().findFirst())
                .flatMap(CallForecast::cost);
        Optional<Money> first = series.calls().stream().findFirst().flatMap(CallForecast::cost);
        return series.cost().flatMap(once -> first.flatMap(cold -> steady
                .map(warm -> once.plus(times(once.minus(cold).plus(warm), plan.times() - 1L)))))
                .map(measured -> measured.plus(times(first.orElse(Money.ZERO), plan.controls()))
                        .plus(times(steady.orElse(Money.ZERO), plan.pings())));
    }

    private static Optional<Money> answerCost(Analysis analysis, List<Call> alike, Instant now) {
        OptionalDouble tokens = alike.stream().map(call -> call.measurement().usage().output())
                .filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong).average();
        return tokens.isEmpty()
                ? Optional.empty()
                : analysis.model().flatMap(model -> model.ratesAt(now, analysis.total().tokens(),
                        SentSettings.tier(analysis.prompt().settings())))
                        .map(rates -> rates.output().of(Math.round(tokens.getAsDouble())));
    }

    private static Money times(Money one, long calls) {
        return new Money(Math.multiplyExact(one.picoDollars(), calls));
    }

    private static Duration duration(Pace pace, long calls, Duration each) {
        long rounds = Math.ceilDiv(calls, pace.parallel());
        return duration(pace.spacing(), calls, rounds, each);
    }

    private static Duration duration(Spacing spacing, long calls, long rounds, Duration each) {
        Duration work = each.multipliedBy(rounds);
        return switch (spacing) {
            case Spacing.Pause(Duration pause) -> work.plus(pause.multipliedBy(Math.max(0, rounds - 1)));
            case Spacing.PerMinute rate -> {
                Duration last = Duration.ofMillis(Math.round(Math.max(0, calls - 1) * MINUTE_MILLIS / rate.calls()));
                yield work.compareTo(last.plus(each)) > 0 ? work : last.plus(each);
            }
            // Pings are sent while calls are waited for.
            case Spacing.KeptWarm warm -> {
                long others = Math.ceilDiv(calls, warm.pings() + 1);
                yield duration(warm.between(), others, others, each);
            }
        };
    }

    /// Input and answers, as far as they are known.
    Optional<Money> cost() {
        return inputCost.map(input -> answerCost.map(input::plus).orElse(input));
    }
}
