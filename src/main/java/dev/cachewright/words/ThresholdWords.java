package dev.cachewright.words;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.TokenRange;
import java.util.Locale;
import java.util.Optional;

/// How the static prefix of a prompt compares with what its cache asks for, in words.
public final class ThresholdWords {

    private ThresholdWords() {
    }

    /// `✓ prefix 1,611 ≥ 1,024`, or what is missing.
    public static String of(Analysis analysis, Outlook outlook) {
        State state = state(analysis, outlook);
        TokenRange prefix = analysis.storedPrefix();
        boolean isAtBreakpoint = (state == State.SHORT || state == State.AROUND)
                && !prefix.equals(analysis.prefixTokens());
        String words = Texts.format("footer." + (isAtBreakpoint ? "breakpoint-" : "") + state.word(),
                TokenWords.brief(prefix),
                Numbers.count(outlook.rules().threshold()));
        boolean isGood = state == State.REACHED || state == State.BREAKPOINT || state == State.NO_THRESHOLD;
        return isGood && analysis.isAssumed() ? Texts.format("footer.assumed", words) : words;
    }

    /// Why no part of the request can be read again: `Nothing is tinted: no breakpoint in the static prefix`.
    public static String nothing(Analysis analysis, Outlook outlook) {
        return Texts.format("request.nothing." + state(analysis, outlook).word(),
                Numbers.count(outlook.rules().threshold()));
    }

    /// The same in a line of its own: `threshold 1,024: reached`.
    public static String line(Analysis analysis, Outlook outlook) {
        State state = state(analysis, outlook);
        boolean isReached = state == State.BREAKPOINT || state == State.NO_BREAKPOINT || state == State.REFUSED;
        return Texts.format("threshold-line." + (isReached ? State.REACHED : state).word(),
                Numbers.count(outlook.rules().threshold()));
    }

    /// Whether the estimate leaves open that the static prefix reaches the threshold.
    public static boolean isAround(Analysis analysis, Outlook outlook) {
        return state(analysis, outlook) == State.AROUND;
    }

    private static State state(Analysis analysis, Outlook outlook) {
        return switch (analysis.standing()) {
            case NO_CACHING -> State.NO_CACHING;
            case PERHAPS_TOO_SHORT -> State.AROUND;
            case TOO_SHORT -> State.SHORT;
            case NO_BREAKPOINT -> State.NO_BREAKPOINT;
            case REFUSED -> State.REFUSED;
            case CACHED, ASSUMED, STATIC, AFTER_CHANGE, DYNAMIC -> outlook.rules().hasBreakpoints() ? State.BREAKPOINT
                    : outlook.rules().threshold() == 0 ? State.NO_THRESHOLD : State.REACHED;
        };
    }

    private enum State {

        NO_CACHING, NO_THRESHOLD, AROUND, SHORT, BREAKPOINT, NO_BREAKPOINT, REFUSED, REACHED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// How far it is to the next step of the rules; empty where there is none, or only breakpoints decide.
    public static Optional<String> step(Analysis analysis, Outlook outlook) {
        // For breakpoint rules the strip says it, and the cache words need the room.
        if (outlook.nextStep().isEmpty() || outlook.rules().hasBreakpoints()) {
            return Optional.empty();
        }
        int step = outlook.nextStep().getAsInt();
        long missing = (long) step - analysis.prefixTokens().tokens();
        return Optional.of(analysis.isExact()
                ? Texts.format("footer.next-step", missing, Numbers.count(step))
                : Texts.format("footer.next-step-about", Numbers.count(missing), Numbers.count(step)));
    }
}
