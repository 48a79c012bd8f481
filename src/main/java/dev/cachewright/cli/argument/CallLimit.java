package dev.cachewright.cli.argument;

import dev.cachewright.words.Numbers;

/// How many calls a command makes or forecasts at most: each is kept until the end, to be printed.
public final class CallLimit {

    private static final int MOST = 1_000_000;

    private CallLimit() {
    }

    /// @throws CliProblem where there are more
    public static void require(int calls) {
        if (calls > MOST) {
            throw new CliProblem("--calls takes " + Numbers.count(MOST) + " at most");
        }
    }
}
