package dev.cachewright.cli;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cli.argument.CallLimit;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.cli.sending.StopOptions;
import dev.cachewright.prompt.Settings;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How the calls of `run` follow each other, and what ends them.
final class PaceOptions {

    private static final int MOST_PARALLEL = 32;

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

    @Option(names = "--keep-alive", description = "Between calls that are far apart, send the one before again with next to no answer whenever nine tenths of the lifetime of what is stored would pass without a call.")
    private boolean isKeptAlive;

    @Mixin
    private StopOptions stops;

    void check() {
        if (calls < 1 || concurrency < 1) {
            throw new CliProblem("--calls and --concurrency take 1 or more");
        }
        if (concurrency > MOST_PARALLEL) {
            throw new CliProblem("--concurrency takes " + MOST_PARALLEL + " at most");
        }
        if (perMinute != null && (every != null || !(perMinute > 0))) {
            throw new CliProblem("--per-minute takes a number above 0, and stands in place of --every");
        }
        if (jitter < 0 || jitter > 100 || jitter > 0 && perMinute == null) {
            throw new CliProblem("--jitter takes 0 to 100, together with --per-minute");
        }
        if (control < 0) {
            throw new CliProblem("--control takes 0 or more");
        }
        if (isKeptAlive && (concurrency > 1 || jitter > 0)) {
            throw new CliProblem(
                    "--keep-alive is for calls that follow each other: leave --concurrency and --jitter out");
        }
        stops.check();
        CallLimit.require(calls);
    }

    /// Whether pings are asked for.
    boolean isKeptAlive() {
        return isKeptAlive;
    }

    /// Which rows to call with, with pings where a spacing has them.
    CallOrder order(int rowCount, Spacing spacing) {
        CallOrder inTurn = CallOrder.inTurn(rowCount, calls);
        CallOrder order = (shuffle == null ? inTurn : inTurn.shuffled(shuffle)).withControlAfter(control);
        if (!(spacing instanceof Spacing.KeptWarm warm)) {
            return order;
        }
        CallOrder kept = order.withPingsBetween(warm.pings());
        CallLimit.require(kept.size());
        return kept;
    }

    Spacing spacing() {
        return perMinute == null
                ? new Spacing.Pause(every == null ? Duration.ZERO : every)
                : new Spacing.PerMinute(perMinute, jitter / 100.0, shuffle == null ? 0 : shuffle);
    }

    Pace pace(Spacing spacing) {
        return stops.pace(spacing, concurrency, warmsUp);
    }

    /// @throws CliProblem where a limit is given that cannot be kept, because there is no price
    void requirePrice(Destination destination, Settings settings, Instant now) {
        stops.requirePrice(destination, settings, now);
    }
}
