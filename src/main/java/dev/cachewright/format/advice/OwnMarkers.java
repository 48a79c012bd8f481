package dev.cachewright.format.advice;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.prompt.Block;
import java.util.List;
import java.util.stream.Stream;

/// Markers of breakpoints within the JSON of a block that a provider refuses or does not read (L08, L12), and fields that
/// no provider reads.
public final class OwnMarkers implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        Stream<Refusal> inParts = subject.analysis().sent().breakpoints().refusals().stream()
                .filter(refusal -> refusal.part().isPresent());
        Stream<Refusal> others = subject.analysis().sent().refusals().stream()
                .filter(refusal -> refusal.reason().field() == Refusal.Field.OTHER);
        return Stream.concat(inParts, others).map(refusal -> candidate(subject, refusal)).toList();
    }

    private static Candidate candidate(Subject subject, Refusal refusal) {
        Spot spot = subject.prompt().block(refusal.blockId()).map(Spot::of)
                .orElseGet(() -> Spot.setting("extra", refusal.value()));
        List<Fix> fixes = refusal.part().stream().mapToObj(part -> Fix.of("remove-marker",
                now -> now.with(refusal.blockId(), old -> without(old, part)))).toList();
        return Candidate.of(refusal, spot, fixes);
    }

    private static Block without(Block block, int part) {
        return block.withText(ItemJson.withoutMarker(block.text(), part));
    }
}
