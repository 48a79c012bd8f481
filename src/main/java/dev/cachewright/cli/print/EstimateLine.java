package dev.cachewright.cli.print;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.words.TokenWords;

/// The line below figures with `≈`: why they are estimates.
public final class EstimateLine {

    private EstimateLine() {
    }

    /// Prints nothing where the figures are exact.
    public static void print(Destination destination, Estimate estimate, Console console) {
        if (!estimate.isExact()) {
            console.print("an estimate: " + TokenWords.why(destination, estimate));
        }
    }
}
