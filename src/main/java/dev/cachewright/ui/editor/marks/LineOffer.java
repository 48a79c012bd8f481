package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Reach;
import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.TokenSpan;
import dev.cachewright.words.ReachWords;
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
        Optional<LineOffer> api = api(analysis);
        if (api.isPresent() || analysis.outlook().isEmpty()) {
            return api;
        }
        boolean hasBreakpoints = analysis.outlook().get().rules().hasBreakpoints();
        return hasBreakpoints ? breakpoint(analysis) : move(analysis, reach).or(() -> moveLine(analysis));
    }

    /// Breakpoints that the model supports in another form of requests.
    private static Optional<LineOffer> api(Analysis analysis) {
        return analysis.sent().refused().stream()
                .filter(refusal -> refusal.reason() == Refusal.Reason.BREAKPOINT_OF_OTHER_API)
                .flatMap(refusal -> refusal.allowed().stream()).flatMap(word -> Api.of(word).stream()).findFirst()
                .map(other -> new LineOffer(Texts.format("editor.offer-api", Texts.get("header.api." + other.word())),
                        now -> now.withSettings(now.settings().withApi(other))));
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

    /// The line that changes goes below the rest of its block, where the prefix then reaches the threshold.
    private static Optional<LineOffer> moveLine(Analysis analysis) {
        Place end = analysis.prefix().end();
        Optional<Block> found = analysis.prompt().block(end.blockId()).filter(block -> block.role().isInstruction()
                && block.form() != Form.ITEM && block.template().isDynamic());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String text = found.get().text();
        int from = text.lastIndexOf('\n', Math.max(0, end.offset() - 1)) + 1;
        int to = text.indexOf('\n', end.offset()) + 1;
        int before = analysis.tokens().tokensBefore(new Place(end.blockId(), from));
        int after = analysis.tokens().spans().stream().filter(span -> span.blockId().equals(end.blockId()))
                .mapToInt(TokenSpan::cumulative).max().orElse(0)
                - analysis.tokens().tokensBefore(new Place(end.blockId(), to));
        boolean isLongEnough = before + after >= analysis.threshold().orElse(0)
                && before + after > analysis.prefix().tokens();
        String line = to == 0 ? "" : text.substring(from, to - 1);
        return line.isBlank() || !isLongEnough
                ? Optional.empty()
                : Optional.of(new LineOffer(Texts.format("editor.offer-line", ReachWords.changing(found.get()),
                        found.get().name()), now -> BlockEdits.moveLineBelow(now, end.blockId(), from)));
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
