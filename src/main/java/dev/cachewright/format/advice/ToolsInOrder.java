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
import dev.cachewright.format.body.ToolNames;
import dev.cachewright.format.body.ToolOrder;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import java.util.List;
import java.util.Optional;

/// Tools in no order are often made from a set, and stand in another order after each start (L04); a second request may
/// prove it, or show that tools come and go (L25).
public final class ToolsInOrder implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        return subject.prompt().blocks().stream().filter(block -> block.role() == Role.TOOLS)
                .flatMap(block -> candidate(subject, block).stream()).toList();
    }

    private static Optional<Candidate> candidate(Subject subject, Block tools) {
        List<String> names = ToolNames.of(tools.text());
        List<Fix> sort = List.of(Fix.of("sort-tools",
                now -> now.with(tools.id(), old -> old.withText(ToolOrder.byName(old.text())))));
        Optional<Block> other = subject.input().compared().flatMap(second -> second.beside(tools));
        if (other.isPresent()) {
            List<String> others = ToolNames.of(other.get().text());
            if (ToolOrder.differs(tools.text(), other.get().text())) {
                return Optional.of(new Candidate(Rule.L04, Severity.ERROR, Confidence.PROVEN, Spot.of(tools),
                        Telling.of("tools-reordered"), Worth.ALWAYS, sort));
            }
            List<String> added = others.stream().filter(name -> !names.contains(name)).toList();
            List<String> gone = names.stream().filter(name -> !others.contains(name)).toList();
            return added.isEmpty() && gone.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Candidate(Rule.L25, Severity.WARNING, Confidence.PROVEN, Spot.of(tools),
                            Telling.of("tools-come-and-go", String.join(", ", added), String.join(", ", gone)),
                            Worth.ALWAYS, List.of()));
        }
        boolean isSorted = names.stream().sorted().toList().equals(names);
        return isSorted || names.size() < 2
                ? Optional.empty()
                : Optional.of(new Candidate(Rule.L04, Severity.INFO, Confidence.POSSIBLE, Spot.of(tools),
                        Telling.of("tools-unsorted"), Worth.SAFE, sort));
    }
}
