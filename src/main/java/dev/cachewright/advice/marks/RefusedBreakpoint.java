package dev.cachewright.advice.marks;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import java.util.ArrayList;
import java.util.List;

/// Breakpoints that a provider refuses or does not write (L08), and those that Anthropic refuses together (L12).
///
/// Markers within the JSON of a block are looked at elsewhere.
public final class RefusedBreakpoint implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        return subject.analysis().sent().breakpoints().refusals().stream()
                .filter(refusal -> refusal.part().isEmpty() && subject.prompt().block(refusal.blockId()).isPresent())
                .map(refusal -> candidate(subject, refusal)).toList();
    }

    private static Candidate candidate(Subject subject, Refusal refusal) {
        Block block = subject.prompt().block(refusal.blockId()).orElseThrow();
        return Candidate.of(refusal, Spot.of(block), fixes(subject, refusal));
    }

    private static List<Fix> fixes(Subject subject, Refusal refusal) {
        String id = refusal.blockId();
        var fixes = new ArrayList<Fix>();
        switch (refusal.reason()) {
            case BREAKPOINT_OF_OTHER_API -> refusal.allowed().stream().flatMap(word -> Api.of(word).stream())
                    .map(Fix::useApi).forEach(fixes::add);
            case SHORT_BEFORE_LONG -> fixes.add(new Fix("set-ttl", "1h",
                    now -> now.with(id, old -> old.withBreakpoint("1h"))));
            case BREAKPOINT_TTL -> fixes.add(Fix.of("remove-ttl", now -> now.with(id, old -> old.withBreakpoint(""))));
            case TOO_MANY, NOT_WRITTEN -> {
            }
            default -> fixes.addAll(new Ends(subject).moves(id));
        }
        fixes.add(Fix.of("remove-breakpoint", now -> Ends.unmarked(now, id)));
        return fixes;
    }
}
