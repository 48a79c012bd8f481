package dev.cachewright.cli;

import dev.cachewright.catalog.Money;
import dev.cachewright.cli.argument.CallLimit;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.OutputLimit;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import dev.cachewright.run.Stops;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How the calls of `run` follow each other, and what ends them.
final class PaceOptions {

    private static final int MOST_PARALLEL = 32;
    private static final int MOST_TRIES = 10;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "1", description = "How many calls, taking the rows in turn; 1 by default.")
    private int calls;

    @Option(names = "--shuffle", paramLabel = "SEED", description = "Take the calls in an order by chance; the same seed gives the same order.")
    private Long shuffle;

    @Option(names = "--control", paramLabel = "N", defaultValue = "0", description = "After every N calls one more whose first token is changed, so that no cache helps it: what is faster than these is so because of the cache.")
    private int control;

    @Option(names = "--concurrency", paramLabel = "K", defaultValue = "1", description = "How many at the same time, up to 32; 1 by default.")
    private int concurrency;

    @Option(names = "--warm-up", description = "Let the first call end before others begin: calls that are cold at the same time share nothing.")
    private boolean warmsUp;

    @Option(names = "--every", paramLabel = "D", converter = DurationWords.class, description = "The pause between calls: 500ms, 5s, 2m; none by default.")
    private Duration every;

    @Option(names = "--per-minute", paramLabel = "N", description = "Begin so many calls a minute, whatever the answers take, instead of a pause.")
    private Double perMinute;

    @Option(names = "--jitter", paramLabel = "PERCENT", defaultValue = "0", description = "With --per-minute: how far each call may begin from its time, in percent of the time between two.")
    private int jitter;

    @Option(names = "--timeout", paramLabel = "D", defaultValue = "15m", converter = DurationWords.class, description = "How long each call may take; 15m by default.")
    private Duration timeout;

    @Option(names = "--retries", paramLabel = "N", defaultValue = "0", description = "How often a call is sent again where the server is too busy or breaks off before it answers, after the time that it asks for; 0 by default, since it spoils what is measured.")
    private int retries;

    @Option(names = "--stop-after", paramLabel = "N", defaultValue = "1", description = "End after so many failed calls; 1 by default.")
    private int stopAfter;

    @Option(names = "--max-cost", paramLabel = "DOLLARS", description = "End before the call that could cost more than that in all.")
    private BigDecimal maxCost;

    @Option(names = "--max-output", paramLabel = "TOKENS", defaultValue = ""
            + OutputLimit.USUAL, description = "The longest answer, where the prompt sets none; ${DEFAULT-VALUE} tokens by default.")
    private int maxOutput;

    @Option(names = "--no-stream", description = "Ask for whole answers. The first token then comes with the last.")
    private boolean isWhole;

    void check() {
        if (calls < 1 || concurrency < 1) {
            throw new CliProblem("--calls and --concurrency take 1 or more");
        }
        if (concurrency > MOST_PARALLEL) {
            throw new CliProblem("--concurrency takes " + MOST_PARALLEL + " at most");
        }
        if (!timeout.isPositive()) {
            throw new CliProblem("--timeout takes a time above 0");
        }
        if (perMinute != null && (every != null || !(perMinute > 0))) {
            throw new CliProblem("--per-minute takes a number above 0, and stands in place of --every");
        }
        if (jitter < 0 || jitter > 100 || jitter > 0 && perMinute == null) {
            throw new CliProblem("--jitter takes 0 to 100, together with --per-minute");
        }
        if (control < 0 || retries < 0 || retries > MOST_TRIES || stopAfter < 1 || maxOutput < 1) {
            throw new CliProblem("--control takes 0 or more, --retries 0 to " + MOST_TRIES
                    + ", --stop-after and --max-output 1 or more");
        }
        if (maxCost != null && maxCost.signum() <= 0) {
            throw new CliProblem("--max-cost takes an amount above 0");
        }
        CallLimit.require(calls);
    }

    CallOrder order(int rowCount) {
        CallOrder inTurn = CallOrder.inTurn(rowCount, calls);
        return (shuffle == null ? inTurn : inTurn.shuffled(shuffle)).withControlAfter(control);
    }

    Pace pace() {
        Spacing spacing = perMinute == null
                ? new Spacing.Pause(every == null ? Duration.ZERO : every)
                : new Spacing.PerMinute(perMinute, jitter / 100.0, shuffle == null ? 0 : shuffle);
        return new Pace(spacing, concurrency, warmsUp, !isWhole, CallLimits.within(timeout),
                new Stops(stopAfter, limit(), retries, maxOutput));
    }

    Optional<Money> limit() {
        return Optional.ofNullable(maxCost)
                .map(Money::ofDollars);
    }
}
