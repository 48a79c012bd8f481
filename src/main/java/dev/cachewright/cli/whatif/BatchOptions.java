package dev.cachewright.cli.whatif;

import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.whatif.FanOut;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// A batch that begins with a cold cache.
final class BatchOptions {

    @Option(names = "--batch", paramLabel = "N", description = "Also compare ways to begin a batch of so many calls with a cold cache.")
    private Integer batch;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "10", description = "How many calls of the batch are on their way at most; 10 by default.")
    private int parallel;

    @Option(names = "--first-token", paramLabel = "D", defaultValue = "1s", converter = DurationWords.class, description = "From the beginning of a call to its first token; 1s by default, measure your own.")
    private Duration firstToken;

    @Option(names = "--whole", paramLabel = "D", defaultValue = "5s", converter = DurationWords.class, description = "From the beginning of a call to its end; 5s by default, measure your own.")
    private Duration whole;

    /// @return empty where none is asked for
    /// @throws CliProblem where a figure is out of its range
    Optional<FanOut> fanOut() {
        if (batch == null) {
            return Optional.empty();
        }
        if (batch < 1 || parallel < 1) {
            throw new CliProblem("--batch and --parallel take 1 or more");
        }
        if (whole.compareTo(firstToken) < 0) {
            throw new CliProblem("--whole cannot be shorter than --first-token");
        }
        return Optional.of(new FanOut(batch, parallel, firstToken, whole));
    }
}
