package dev.cachewright.cli.whatif;

import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.whatif.Load;
import dev.cachewright.whatif.Question;
import picocli.CommandLine.Option;

/// What is supposed of the calls.
final class LoadOptions {

    private static final double MOST_CALLS = 1e6;
    private static final int MOST = 10_000_000;

    @Option(names = "--per-minute", paramLabel = "N", defaultValue = "1", description = "Calls a minute, all keys together; 1 by default.")
    private double perMinute;

    @Option(names = "--together", paramLabel = "N", defaultValue = "1", description = "How many calls are sent at the same moment; 1 by default.")
    private int together;

    @Option(names = "--even", description = "Calls come at even times, not by chance.")
    private boolean isEven;

    @Option(names = "--keys", paramLabel = "N", defaultValue = "1", description = "How many cache keys the calls are spread over; 1 by default.")
    private int keys;

    @Option(names = "--output", paramLabel = "N", defaultValue = "300", description = "Tokens of an answer; 300 by default.")
    private int output;

    @Option(names = "--pad", paramLabel = "N", defaultValue = "0", description = "Tokens more in the static prefix; none by default.")
    private int pad;

    /// @throws CliProblem where a figure is out of its range
    Question question(String model, String lifetime) {
        if (!(perMinute > 0) || perMinute > MOST_CALLS) {
            throw new CliProblem("--per-minute takes more than 0 and at most 1,000,000 calls: give 0.1 for one in ten "
                    + "minutes");
        }
        require("--together", together, 1);
        require("--keys", keys, 1);
        require("--output", output, 0);
        require("--pad", pad, 0);
        return new Question(model, lifetime, pad, output, new Load(perMinute, together, isEven, keys));
    }

    private static void require(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new CliProblem(option + " takes " + least + " to 10,000,000, not " + value);
        }
    }
}
