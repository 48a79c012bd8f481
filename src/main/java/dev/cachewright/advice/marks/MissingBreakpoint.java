package dev.cachewright.advice.marks;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A prefix that calls share and that no breakpoint ends (L16), or a breakpoint that is too far from the one that the
/// turn before wrote (L10).
public final class MissingBreakpoint implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        Optional<CacheRules> rules = subject.analysis().destination().rules().filter(CacheRules::hasBreakpoints);
        if (rules.isEmpty()) {
            return List.of();
        }
        var ends = new Ends(subject);
        List<String> worthMarking = ends.worthMarking();
        var fixes = new ArrayList<>(ends.sets(worthMarking));
        if (rules.get().set() == RuleSet.Named.ANTHROPIC && subject.isConversation()
                && subject.prompt().settings().cache().mode().isEmpty()) {
            fixes.add(Fix.ofCache("cache-automatically", "", old -> old.withMode("automatic")));
        }
        boolean isFar = rules.get().set() == RuleSet.Named.ANTHROPIC && subject.isConversation()
                && subject.prompt().blocks().getLast().breakpoint().isPresent();
        return fixes.isEmpty() ? List.of() : List.of(candidate(subject, worthMarking, fixes, isFar));
    }

    private static Candidate candidate(Subject subject, List<String> worthMarking, List<Fix> fixes,
            boolean isFar) {
        Spot spot = worthMarking.stream().findFirst().flatMap(subject.prompt()::block)
                .map(Spot::of).orElseGet(Spot::request);
        boolean hasMarks = subject.prompt().blocks().stream().anyMatch(block -> block.breakpoint().isPresent());
        String name = subject.prompt().block(spot.blockId()).map(Block::name).orElse("");
        return new Candidate(isFar ? Rule.L10 : Rule.L16, Severity.WARNING,
                subject.hasRows() ? Confidence.PROVEN : Confidence.LIKELY, spot,
                Telling.of(isFar ? "far-breakpoint" : hasMarks ? "another-breakpoint" : "no-breakpoint", name),
                Worth.GAIN, fixes);
    }
}
