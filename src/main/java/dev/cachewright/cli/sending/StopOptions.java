package dev.cachewright.cli.sending;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.Money;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.run.OutputLimit;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import dev.cachewright.run.Stops;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How long calls may take, what they may cost, and what ends them.
public final class StopOptions {

    private static final int MOST_TRIES = 10;

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

    /// @throws CliProblem where a figure is out of its range
    public void check() {
        if (!timeout.isPositive()) {
            throw new CliProblem("--timeout takes a time above 0");
        }
        if (retries < 0 || retries > MOST_TRIES || stopAfter < 1 || maxOutput < 1) {
            throw new CliProblem("--retries takes 0 to " + MOST_TRIES + ", --stop-after and --max-output 1 or more");
        }
        if (maxCost != null && maxCost.signum() <= 0) {
            throw new CliProblem("--max-cost takes an amount above 0");
        }
    }

    /// @throws CliProblem where a limit is given that cannot be kept, because there is no price
    public void requirePrice(Destination destination, Settings settings, Instant now) {
        if (limit().isPresent() && destination.model().flatMap(model -> model.ratesAt(now, 0, SentSettings.tier(
                settings))).isEmpty()) {
            throw new CliProblem("No price is known for " + settings.model()
                    + ", so that --max-cost cannot be kept: add it to your own models (docs/models.md), or leave the option out");
        }
    }

    /// Calls that follow each other like this.
    public Pace pace(Spacing spacing, int concurrency, boolean warmsUp) {
        return new Pace(spacing, concurrency, warmsUp, !isWhole, CallLimits.within(timeout),
                new Stops(stopAfter, limit(), retries, maxOutput));
    }

    private Optional<Money> limit() {
        return Optional.ofNullable(maxCost).map(Money::ofDollars);
    }
}
