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
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.BlockEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A breakpoint after text that changes is paid for with each call and never read (L09); a prompt of which calls share
/// nothing pays for being stored (L24).
public final class UnreadBreakpoint implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        Optional<Outlook> outlook = subject.analysis().outlook().filter(known -> known.rules().hasBreakpoints());
        if (outlook.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        for (Block block : subject.prompt().blocks()) {
            if (block.breakpoint().isPresent() && isAfterChange(subject, block)) {
                found.add(unread(subject, block));
            }
        }
        if (subject.hasRows() && subject.now().cached() == 0 && subject.now().written() > 0) {
            found.add(oneShot(subject, outlook.get().rules()));
        }
        return found;
    }

    private static boolean isAfterChange(Subject subject, Block block) {
        if (subject.isConversation()) {
            return block.effectiveKind() == Kind.DYNAMIC;
        }
        int question = subject.question();
        boolean isQuestion = question >= 0 && subject.prompt().blocks().get(question).id().equals(block.id());
        int end = subject.analysis().tokens().ends().stream().filter(each -> each.blockId().equals(block.id()))
                .mapToInt(BlockEnd::position).max().orElse(0);
        // An agent goes on from its first question.
        boolean isAgent = subject.prompt().blocks().stream().anyMatch(each -> each.role() == Role.TOOLS);
        return isQuestion && !isAgent || end > subject.analysis().prefix().tokens();
    }

    private static Candidate unread(Subject subject, Block block) {
        String id = block.id();
        var fixes = new ArrayList<>(new Ends(subject).moves(id));
        fixes.add(Fix.of("remove-breakpoint", now -> Ends.unmarked(now, id)));
        return new Candidate(Rule.L09, subject.hasRows() ? Severity.ERROR : Severity.WARNING,
                subject.hasRows() ? Confidence.PROVEN : Confidence.LIKELY, Spot.of(block),
                Telling.of("unread-breakpoint", block.name()), Worth.GAIN, fixes);
    }

    private static Candidate oneShot(Subject subject, CacheRules rules) {
        boolean isImplicit = rules.set() == RuleSet.Named.OPENAI_BREAKPOINT;
        return new Candidate(Rule.L24, Severity.WARNING, Confidence.PROVEN, Spot.request(),
                Telling.of("one-shot", subject.now().calls()), Worth.GAIN,
                List.of(Fix.of("cache-nothing", now -> uncached(now, isImplicit ? "explicit" : ""))));
    }

    private static Prompt uncached(Prompt prompt, String mode) {
        return prompt.withBlocks(prompt.blocks().stream()
                .map(block -> block.breakpoint().isPresent() ? block.withBreakpoint(false) : block).toList())
                .withCache(old -> old.withMode(mode).withTtl(""));
    }
}
