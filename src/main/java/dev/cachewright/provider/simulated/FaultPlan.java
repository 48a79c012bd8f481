package dev.cachewright.provider.simulated;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which calls fail, and how.
///
/// @param every only each call with a number that it divides fails; 1 for all. Counts of tokens and lists of models
/// never do
/// @param silence how long [Fault#SILENCE] lasts
public record FaultPlan(Fault fault, int every, Duration silence) {

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Pattern WORDS = Pattern.compile("([^:]+)(?::([1-9]\\d{0,8}))?");

    /// @throws IllegalArgumentException where `every` is below 1
    public FaultPlan {
        if (every < 1) {
            throw new IllegalArgumentException("every " + every);
        }
    }

    /// All calls fail so.
    public static FaultPlan of(Fault fault) {
        return new FaultPlan(fault, 1, SILENCE);
    }

    /// The plan in the words of the command line, `NAME` or `NAME:N`; empty where they are none.
    public static Optional<FaultPlan> read(String words) {
        Matcher matcher = WORDS.matcher(words);
        return Optional.of(matcher).filter(Matcher::matches).flatMap(found -> Fault.of(found.group(1)))
                .map(fault -> of(fault).withEvery(matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2))));
    }

    public FaultPlan withEvery(int calls) {
        return new FaultPlan(fault, calls, silence);
    }

    public FaultPlan withSilence(Duration length) {
        return new FaultPlan(fault, every, length);
    }
}
