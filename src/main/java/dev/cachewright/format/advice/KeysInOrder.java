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
import dev.cachewright.format.body.ToolOrder;
import dev.cachewright.prompt.Block;
import java.util.List;
import java.util.Optional;

/// Keys of tools and schemas that stand in another order (L05): proven by a second request, likely where objects of the
/// same keys have them in different orders.
public final class KeysInOrder implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        return subject.prompt().blocks().stream().filter(block -> !block.role().isMessage())
                .flatMap(block -> candidate(subject, block).stream()).toList();
    }

    private static Optional<Candidate> candidate(Subject subject, Block block) {
        List<Fix> fix = List.of(Fix.of("sort-keys",
                now -> now.with(block.id(), old -> old.withText(KeyOrder.canonical(old.text())))));
        Optional<Block> other = subject.input().compared().flatMap(second -> second.beside(block));
        if (other.isPresent()) {
            return KeyOrder.isAllThatDiffers(ToolOrder.byName(block.text()), ToolOrder.byName(other.get().text()))
                    ? Optional.of(new Candidate(Rule.L05, Severity.ERROR, Confidence.PROVEN, Spot.of(block),
                            Telling.of("keys-reordered", block.name()), Worth.ALWAYS, fix))
                    : Optional.empty();
        }
        return KeyOrder.isMixed(block.text())
                ? Optional.of(new Candidate(Rule.L05, Severity.INFO, Confidence.POSSIBLE, Spot.of(block),
                        Telling.of("keys-mixed", block.name()), Worth.SAFE, fix))
                : Optional.empty();
    }
}
