package dev.cachewright.words;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.TokenRange;
import java.util.Optional;

/// How the static prefix of a prompt compares with what its cache asks for, in words.
public final class ThresholdWords {

    private ThresholdWords() {
    }

    /// `✓ prefix 1,611 ≥ 1,024`, or what is missing.
    public static String of(Analysis analysis, Outlook outlook) {
        TokenRange prefix = analysis.prefixTokens();
        int needed = outlook.rules().threshold();
        if (outlook.rules().hasBreakpoints() && prefix.reaches(needed)) {
            return outlook.cacheable() > 0
                    ? Texts.format("footer.breakpoint", TokenWords.brief(analysis.estimate().range(
                            outlook.reuse().end())), Numbers.count(needed))
                    : Texts.get("footer.no-breakpoint");
        }
        String key = prefix.reaches(needed) ? "reached" : prefix.mayReach(needed) ? "around" : "short";
        return Texts.format("footer." + key, TokenWords.brief(prefix), Numbers.count(needed));
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
