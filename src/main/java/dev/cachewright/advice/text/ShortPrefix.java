package dev.cachewright.advice.text;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.Reach;
import dev.cachewright.catalog.RuleSet;
import java.util.List;
import java.util.OptionalInt;

/// A static prefix that is shorter than the model's minimum (L02), or a few tokens short of the next step (L28).
public final class ShortPrefix implements AdviceRule {

    /// One sixteenth of a step is a sentence or less.
    private static final int NEAR = 16;
    private static final int SMALLEST_STEP = 32;
    /// Padding that pays later than this is no advice.
    private static final int MOST_CALLS = 1_000;

    @Override
    public List<Candidate> find(Subject subject) {
        Analysis analysis = subject.analysis();
        return analysis.outlook().filter(known -> known.rules().set() != RuleSet.Named.NONE).map(outlook -> {
            int prefix = analysis.prefixTokens().tokens();
            int threshold = outlook.rules().threshold();
            if (prefix < threshold && isOutOfOrder(subject, threshold)) {
                return List.<Candidate>of();
            }
            return prefix < threshold
                    ? List.of(tooShort(subject, outlook, prefix, threshold))
                    : nearStep(subject, outlook, prefix);
        }).orElse(List.of());
    }

    /// Whether there is static text enough, after what changes: then it is the order that is wrong.
    private static boolean isOutOfOrder(Subject subject, int threshold) {
        int stays = subject.analysis().reach().stretches().stream()
                .filter(stretch -> stretch.state() != Reach.State.DYNAMIC).mapToInt(Reach.Stretch::tokens).sum();
        return subject.analysis().estimate().tokens(stays) >= threshold;
    }

    private static Candidate tooShort(Subject subject, Outlook outlook, int prefix, int threshold) {
        OptionalInt calls = outlook.economy().map(economy -> economy.callsToPad(prefix, threshold))
                .orElse(OptionalInt.empty());
        boolean pays = calls.isPresent() && calls.getAsInt() <= MOST_CALLS;
        Telling telling = pays
                ? Telling.of("short-pays", prefix, threshold,
                        threshold - prefix, calls.getAsInt())
                : Telling.of("short", prefix, threshold,
                        threshold - prefix);
        return new Candidate(Rule.L02, pays ? Severity.WARNING : Severity.INFO, Confidence.PROVEN, subject.prefixEnd(),
                telling, Worth.ALWAYS, List.of());
    }

    private static List<Candidate> nearStep(Subject subject, Outlook outlook, int prefix) {
        if (outlook.nextStep().isEmpty()) {
            return List.of();
        }
        int next = outlook.nextStep().getAsInt();
        int step = next - outlook.rules().reusable(prefix, Integer.MAX_VALUE);
        int missing = next - prefix;
        return step < SMALLEST_STEP || missing * NEAR > step
                ? List.of()
                : List.of(new Candidate(Rule.L28, Severity.INFO, Confidence.PROVEN, subject.prefixEnd(),
                        Telling.of("near-step", missing, next,
                                step),
                        Worth.ALWAYS, List.of()));
    }
}
