package dev.cachewright.format.advice;

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
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Prompt;
import java.util.List;

/// Thinking that comes after text that changes (L31): models that bind thinking to what comes before it refuse the next
/// request with 400, or drop the thinking.
public final class BoundThinkingRule implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        return subject.analysis().boundThinking().flatMap(id -> subject.prompt().block(id))
                .map(block -> List.of(candidate(subject, block))).orElse(List.of());
    }

    private static Candidate candidate(Subject subject, Block block) {
        return new Candidate(Rule.L31, Severity.ERROR, subject.hasRows() ? Confidence.PROVEN : Confidence.LIKELY,
                Spot.of(block), Telling.of("bound-thinking", block.name()), Worth.ALWAYS,
                List.of(Fix.of("drop-thinking", now -> without(now, block.id()))));
    }

    private static Prompt without(Prompt prompt, String id) {
        Block block = prompt.block(id).orElseThrow();
        String rest = ItemJson.withoutThinking(block.text());
        return rest.isEmpty() ? BlockEdits.delete(prompt, id) : prompt.with(id, old -> old.withText(rest));
    }
}
