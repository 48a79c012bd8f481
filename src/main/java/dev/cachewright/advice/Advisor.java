package dev.cachewright.advice;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives advice: what its rules find, with the forecast of the prompt as each fix would make it.
///
/// What would bring nothing, or make it worse, is not given. Takes as long as a few analyses: not on the UI thread.
public final class Advisor {

    /// A saving below this share of the cost is noise of a few tokens.
    private static final double LEAST_SHARE = 0.002;
    /// One below this share is good to know, and no error.
    private static final double SMALL_SHARE = 0.02;
    /// More edits than this do not follow from each other.
    private static final int MOST_STEPS = 16;

    private final Analyst analyst;
    private final List<AdviceRule> rules;
    private final Set<String> ignored;

    public Advisor(Analyst analyst, List<AdviceRule> rules) {
        this(analyst, rules, Set.of());
    }

    private Advisor(Analyst analyst, List<AdviceRule> rules, Set<String> ignored) {
        this.analyst = analyst;
        this.rules = List.copyOf(rules);
        this.ignored = Set.copyOf(ignored);
    }

    /// The same without the advice of some rules, by their ids.
    public Advisor ignoring(Collection<String> unwanted) {
        return new Advisor(analyst, rules, Set.copyOf(unwanted));
    }

    /// The advice on a prompt, what saves most first.
    public List<Advice> advise(Subject subject) {
        var given = new ArrayList<Advice>();
        Set<Prompt> reached = new HashSet<>();
        for (AdviceRule rule : rules) {
            for (Candidate candidate : rule.find(subject)) {
                if (ignored.contains(candidate.rule().id())) {
                    continue;
                }
                advice(subject, candidate).filter(found -> isNew(found, subject.prompt(), reached))
                        .ifPresent(given::add);
            }
        }
        given.sort(Comparator.comparing(Advisor::saving).reversed()
                .thenComparing(Advice::severity, Comparator.reverseOrder())
                .thenComparing(Advice::rule));
        // To store nothing is for what nothing else can mend.
        given.removeIf(found -> found.rule() == Rule.L24 && !found.equals(given.getFirst()));
        given.removeIf(found -> found.fix().filter(Fix::isAndMarked).isPresent() && isReachedWithOne(found, given));
        given.replaceAll(found -> better(subject, found, given).map(found::beside).orElse(found));
        return List.copyOf(given);
    }

    /// The movement after which a breakpoint is read: to take it away is for whoever cannot move what changes.
    private Optional<Advice> better(Subject subject, Advice found, List<Advice> given) {
        if (found.rule() != Rule.L09) {
            return Optional.empty();
        }
        return given.stream().takeWhile(other -> other != found)
                .filter(other -> other.rule() == Rule.L01 || other.rule() == Rule.L03)
                .filter(other -> other.fix().filter(fix -> isMendedBy(subject, found, fix)).isPresent()).findFirst();
    }

    private boolean isMendedBy(Subject subject, Advice found, Fix fix) {
        Subject after = subject.after(fix.apply(subject.prompt()));
        return rules.stream().flatMap(rule -> rule.find(after).stream())
                .noneMatch(left -> left.rule() == found.rule() && left.spot().blockId().equals(found.spot().blockId()));
    }

    /// Two rules may lead to the same edit.
    private static boolean isNew(Advice advice, Prompt prompt, Set<Prompt> reached) {
        return advice.fix().isEmpty() || reached.add(advice.fix().get().apply(prompt));
    }

    /// Whether one edit alone brings about what an advice of two brings: the movement adds nothing to the breakpoint.
    private static boolean isReachedWithOne(Advice both, List<Advice> given) {
        return given.stream().anyMatch(one -> one.fix().isPresent() && !one.fix().get().isAndMarked()
                && one.gain().weight() >= both.gain().weight() - SMALL_SHARE);
    }

    private static long saving(Advice advice) {
        return advice.gain().costPerCall().map(Money::picoDollars).filter(saved -> saved > 0)
                .orElse(0L);
    }

    private static Optional<Advice> advice(Subject subject, Candidate candidate) {
        Expectation now = subject.now(candidate.assumed());
        Optional<Fix> best = best(subject, candidate);
        Gain gain = best.flatMap(fix -> subject.of(fix.apply(subject.prompt()), candidate.assumed()))
                .map(after -> new Gain(now, after)).orElse(Gain.none(now));
        boolean isGiven = switch (candidate.worth()) {
            case GAIN -> best.isPresent() && (isWorth(gain) || isLongerWithout(subject, best.get()));
            case SAFE -> !gain.isLoss() || gain.share() > -LEAST_SHARE;
            case ALWAYS -> true;
        };
        return isGiven
                ? Optional.of(new Advice(candidate, source(subject, candidate), severity(candidate, gain), gain, best))
                : Optional.empty();
    }

    /// A model that no row of the catalogue has is Anthropic's by its name.
    private static String source(Subject subject, Candidate candidate) {
        Destination destination = subject.analysis().destination();
        return candidate.rule().source(destination.model().map(Model::provider)
                .orElseGet(() -> destination.modelId().contains("claude") ? "anthropic" : ""));
    }

    private static Severity severity(Candidate candidate, Gain gain) {
        boolean isSmall = candidate.worth() == Candidate.Worth.GAIN && gain.isGain() && gain.weight() < SMALL_SHARE;
        return isSmall ? Severity.INFO : candidate.severity();
    }

    /// Whether more of the prompt is shared after an edit where no rules are known that could forecast it.
    private static boolean isLongerWithout(Subject subject, Fix fix) {
        return subject.analysis().outlook().isEmpty() && subject.after(fix.apply(subject.prompt())).analysis().prefix()
                .tokens() > subject.analysis().prefix().tokens();
    }

    private static boolean isWorth(Gain gain) {
        return gain.isGain() && (gain.before().cost().isEmpty() || gain.share() >= LEAST_SHARE);
    }

    /// The fix after which calls cost least; the first of those that are alike.
    private static Optional<Fix> best(Subject subject, Candidate candidate) {
        List<Fix> fixes = candidate.fixes().stream()
                .filter(fix -> !fix.apply(subject.prompt()).equals(subject.prompt())).toList();
        if (fixes.size() < 2) {
            return fixes.stream().findFirst();
        }
        if (subject.analysis().outlook().isEmpty()) {
            return Optional.of(fixes.getFirst());
        }
        Optional<Fix> best = Optional.empty();
        Optional<Expectation> least = Optional.empty();
        for (Fix fix : fixes) {
            Optional<Expectation> after = subject.sample(fix.apply(subject.prompt()), candidate.assumed());
            Optional<Expectation> known = least;
            if (after.isPresent() && (known.isEmpty() || after.get().isBetterThan(known.get()))) {
                best = Optional.of(fix);
                least = after;
            }
        }
        return best;
    }

    /// What all advice with a gain brings together: each is applied in turn, and what is left is looked at anew.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public Plan plan(Subject subject) {
        Subject current = subject;
        var taken = new ArrayList<Advice>();
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<Advice> next = advise(current).stream()
                    .filter(found -> found.fix().isPresent() && isTaken(found))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            taken.add(next.get());
            current = current.after(next.get().fix().orElseThrow().apply(current.prompt()));
        }
        Expectation before = subject.now();
        return new Plan(current.prompt(), taken,
                new Gain(before, subject.of(current.prompt()).orElse(before)));
    }

    /// What is good to know alone is left to the user.
    private static boolean isTaken(Advice advice) {
        return switch (advice.severity()) {
            case INFO -> false;
            case WARNING -> advice.gain().isGain();
            case ERROR -> !advice.gain().isLoss();
        };
    }

    /// All advice taken together.
    ///
    /// @param result the prompt after all of it
    /// @param taken in its order
    public record Plan(Prompt result, List<Advice> taken, Gain gain) {

        public Plan {
            taken = List.copyOf(taken);
        }
    }
}
