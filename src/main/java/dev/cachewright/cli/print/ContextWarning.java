package dev.cachewright.cli.print;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.words.Numbers;
import java.util.OptionalInt;

/// Warns of a request that is sure not to fit into what its model takes.
public final class ContextWarning {

    private ContextWarning() {
    }

    /// Prints nothing where the input may fit, and where it is not known what fits.
    ///
    /// @return whether there was something to say
    public static boolean say(Destination destination, TokenRange input, Console console) {
        OptionalInt fits = destination.model().map(model -> model.context()).orElse(OptionalInt.empty());
        if (fits.isEmpty() || input.low() <= fits.getAsInt()) {
            return false;
        }
        String tokens = input.isExact() ? Numbers.count(input.tokens()) : "at least " + Numbers.count(input.low());
        console.say("warning: " + tokens + " tokens do not fit: " + destination.modelId() + " takes "
                + Numbers.count(fits.getAsInt()));
        return true;
    }
}
