package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Reach;
import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.token.request.TokenSpan;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The edit that is on offer where the cacheable prefix ends.
///
/// @param words of its button
public record LineOffer(String words, UnaryOperator<Prompt> edit) {

    static Optional<LineOffer> of(Analysis analysis, Reach reach) {
        if (analysis.outlook().isEmpty()) {
            return Optional.empty();
        }
        boolean hasBreakpoints = analysis.outlook().get().rules().hasBreakpoints();
        return hasBreakpoints ? breakpoint(analysis) : move(analysis, reach);
    }

    /// The block that changes goes below the static instructions after it, where the prefix then reaches the threshold.
    private static Optional<LineOffer> move(Analysis analysis, Reach reach) {
        Prompt prompt = analysis.prompt();
        List<Block> blocks = prompt.blocks();
        int from = prompt.indexOf(analysis.prefix().end().blockId());
        Map<String, Reach.OfBlock> states = reach.blocks();
        if (from < 0 || !blocks.get(from).role().isInstruction()
                || state(states, blocks.get(from)) != Reach.State.DYNAMIC) {
            return Optional.empty();
        }
        int below = from;
        for (int i = from + 1; i < blocks.size() && blocks.get(i).role() == blocks.get(from).role(); i++) {
            if (state(states, blocks.get(i)) == Reach.State.AFTER_CHANGE) {
                below = i;
            }
        }
        int target = below;
        String id = blocks.get(from).id();
        boolean isLongEnough = analysis.prefix().tokens() + tokens(analysis, blocks.subList(from + 1, target + 1))
                >= analysis.threshold().orElse(0);
        return target == from || !isLongEnough
                ? Optional.empty()
                : Optional.of(new LineOffer(Texts.format("editor.offer-move", blocks.get(from).name(),
                        blocks.get(target).name()), now -> BlockEdits.move(now, id, target)));
    }

    private static int tokens(Analysis analysis, List<Block> blocks) {
        return analysis.tokens().spans().stream()
                .filter(span -> blocks.stream().anyMatch(block -> block.id().equals(span.blockId())))
                .mapToInt(TokenSpan::tokens).sum();
    }

    private static Reach.State state(Map<String, Reach.OfBlock> states, Block block) {
        return Optional.ofNullable(states.get(block.id())).map(Reach.OfBlock::state).orElse(Reach.State.DYNAMIC);
    }

    /// A breakpoint after the last block that all calls share.
    private static Optional<LineOffer> breakpoint(Analysis analysis) {
        if (analysis.standing() != Reach.State.NO_BREAKPOINT) {
            return Optional.empty();
        }
        BreakpointCheck check = analysis.sent().breakpoints();
        int prefix = analysis.prefix().tokens();
        return analysis.tokens().ends().stream().filter(end -> end.part().isEmpty() && end.position() <= prefix)
                .map(end -> analysis.prompt().block(end.blockId()))
                .flatMap(Optional::stream)
                .filter(block -> block.breakpoint().isEmpty() && check.refusalOfNew(block.id()).isEmpty())
                .reduce((first, last) -> last)
                .map(block -> new LineOffer(Texts.format("editor.offer-breakpoint", block.name()),
                        now -> now.with(block.id(), old -> old.withBreakpoint(true))));
    }
}
