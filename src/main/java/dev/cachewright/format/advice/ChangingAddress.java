package dev.cachewright.format.advice;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.changing.ChangingSpan;
import dev.cachewright.prompt.changing.ChangingText;
import java.util.List;
import java.util.Optional;

/// Addresses of pictures and files that are signed anew for each request (L17), in what later calls repeat.
public final class ChangingAddress implements AdviceRule {

    private static final int LONGEST = 1_000_000;

    @Override
    public List<Candidate> find(Subject subject) {
        List<Block> blocks = subject.prompt().blocks();
        return blocks.subList(0, Math.max(0, blocks.size() - (subject.isConversation() ? 0 : 1))).stream()
                .filter(block -> block.role().isMessage() && block.content().length() <= LONGEST)
                .flatMap(block -> candidate(block).stream()).toList();
    }

    private static Optional<Candidate> candidate(Block block) {
        String text = block.text();
        if (!text.contains("://")) {
            return Optional.empty();
        }
        return ChangingText.in(text).stream().filter(span -> span.kind() == ChangingSpan.Kind.SIGNED_ADDRESS)
                .findFirst().map(span -> new Candidate(Rule.L17, Severity.WARNING, Confidence.LIKELY,
                        Spot.of(block, span.start(), span.end()), Telling.of("signed-address", block.name()),
                        Worth.ALWAYS, List.of()));
    }
}
