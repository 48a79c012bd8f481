package dev.cachewright.cli.compare;

import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.cli.sending.StopOptions;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Spacing;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The calls that measure layouts.
final class MeasureOptions {

    private static final int USUAL_ROUNDS = 10;
    private static final int MOST_ROUNDS = 10_000;
    /// A cache of a provider may take a moment until what it has written can be read.
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(3);

    @Option(names = "--measure", description = "Also call the layouts in turn, and say how far they differ in cost and first token.")
    private boolean isMeasured;

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds are measured, each with one call of each layout and one for control, after a round that warms the caches; 10 by default.")
    private Integer rounds;

    @Option(names = "--pause", paramLabel = "D", converter = DurationWords.class, description = "The pause between calls: 500ms, 5s, 2m; 3s by default, none at the simulator.")
    private Duration pause;

    @Mixin
    private StopOptions stops;

    boolean isMeasured() {
        return isMeasured;
    }

    int rounds() {
        return rounds == null ? USUAL_ROUNDS : rounds;
    }

    StopOptions stops() {
        return stops;
    }

    /// @throws CliProblem where a figure is out of its range, or is of no use
    void check() {
        if (!isMeasured && (rounds != null || pause != null)) {
            throw new CliProblem("--rounds and --pause need --measure, which makes calls");
        }
        if (rounds() < 2 || rounds() > MOST_ROUNDS) {
            throw new CliProblem("--rounds takes 2 to 10,000: one round alone cannot tell chance from a difference");
        }
        stops.check();
    }

    Duration pause(Profile profile) {
        return Optional.ofNullable(pause)
                .orElse(profile.kind() == Profile.Kind.SIMULATOR ? Duration.ZERO : USUAL_PAUSE);
    }

    Pace pace(Profile profile) {
        return stops.pace(new Spacing.Pause(pause(profile)), 1, false);
    }
}
