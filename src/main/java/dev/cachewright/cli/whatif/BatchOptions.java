package dev.cachewright.cli.whatif;

import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.DurationWords;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.words.Numbers;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// A batch that begins with a cold cache.
final class BatchOptions {

    private static final int USUAL_PARALLEL = 10;
    private static final String PARALLEL = "--parallel";
    private static final String FIRST_TOKEN = "--first-token";
    private static final String WHOLE = "--whole";

    @Option(names = "--batch", paramLabel = "N", description = "Also compare ways to begin a batch of so many calls with a cold cache.")
    private Integer batch;

    @Option(names = PARALLEL, paramLabel = "N", description = "How many calls of the batch are on their way at most; 10 by default.")
    private Integer parallel;

    @Option(names = FIRST_TOKEN, paramLabel = "D", converter = DurationWords.class, description = "From the beginning of a call to its first token; 1s by default, measure your own.")
    private Duration firstToken;

    @Option(names = WHOLE, paramLabel = "D", converter = DurationWords.class, description = "From the beginning of a call to its end; 5s by default, measure your own.")
    private Duration whole;

    /// @return empty where none is asked for
    /// @throws CliProblem where a figure is out of its range
    Optional<FanOut> fanOut() {
        if (batch == null) {
            refuse(PARALLEL, parallel);
            refuse(FIRST_TOKEN, firstToken);
            refuse(WHOLE, whole);
            return Optional.empty();
        }
        int most = parallel == null ? USUAL_PARALLEL : parallel;
        Duration first = firstToken == null ? FanOut.FIRST_TOKEN : firstToken;
        Duration all = whole == null ? FanOut.WHOLE : whole;
        if (batch < 1 || most < 1) {
            throw new CliProblem("--batch and --parallel take 1 or more");
        }
        if (all.compareTo(first) < 0) {
            throw new CliProblem("--whole, " + Numbers.time(all) + ", cannot be shorter than --first-token, "
                    + Numbers.time(first));
        }
        return Optional.of(new FanOut(batch, most, first, all));
    }

    /// Without a batch it would say nothing.
    private static void refuse(String option, Object given) {
        if (given != null) {
            throw new CliProblem(option + " is of a batch: say with --batch N how many calls it has");
        }
    }
}
