package dev.cachewright.advice.marks;

import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.token.request.BlockEnd;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Ends of blocks at which a breakpoint would do something.
final class Ends {

    private final Subject subject;
    private final Analysis analysis;

    Ends(Subject subject) {
        this.subject = subject;
        this.analysis = subject.analysis();
    }

    /// The blocks worth a breakpoint that have none: the last one that all calls share, the last that no row changes, the
    /// last of the instructions and tools, and in a conversation the last of all and the last of the turn before.
    List<String> worthMarking() {
        int prefix = analysis.prefix().tokens();
        var ids = new LinkedHashSet<String>();
        last(end -> end.position() <= prefix && !isQuestion(end)).ifPresent(ids::add);
        Set<String> unchanged = unchanged();
        last(end -> unchanged.contains(end.blockId()) && !isQuestion(end)).ifPresent(ids::add);
        last(end -> block(end).filter(block -> block.role().isInstruction()).isPresent()
                && end.position() <= prefix).ifPresent(ids::add);
        last(end -> block(end).filter(block -> !block.role().isMessage()).isPresent()).ifPresent(ids::add);
        if (subject.isConversation()) {
            last(_ -> true).ifPresent(ids::add);
            last(end -> subject.endsTurnBefore(end.blockId())).ifPresent(ids::add);
        }
        return ids.stream().filter(this::isFree).toList();
    }

    /// The blocks that are the same in every row, up to the first that is not. Where the text of the next one follows them
    /// at once, their last token is not counted to the prefix, as it might be another one with other values.
    private Set<String> unchanged() {
        return subject.hasRows() ? analysis.prompt().blocks().stream()
                .takeWhile(block -> block.effectiveKind() == Kind.STATIC).map(Block::id).collect(Collectors.toSet())
                : Set.of();
    }

    private Optional<String> last(Predicate<BlockEnd> wanted) {
        List<String> found = analysis.tokens().ends().stream().filter(end -> end.part().isEmpty()).filter(wanted)
                .map(BlockEnd::blockId).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    private Optional<Block> block(BlockEnd end) {
        return analysis.prompt().block(end.blockId());
    }

    private boolean isQuestion(BlockEnd end) {
        int question = subject.question();
        return question >= 0 && subject.prompt().blocks().get(question).id().equals(end.blockId());
    }

    private boolean isFree(String id) {
        return analysis.prompt().block(id).filter(block -> block.breakpoint().isEmpty()).isPresent()
                && analysis.sent().breakpoints().refusalOfNew(id).isEmpty();
    }

    /// Edits that set a breakpoint, one for each of these blocks.
    List<Fix> sets(List<String> ids) {
        return ids.stream().map(id -> new Fix("set-breakpoint", name(id), now -> marked(now, id))).toList();
    }

    /// Edits that move the breakpoint of a block, one for each place that is worth one.
    List<Fix> moves(String from) {
        return worthMarking().stream()
                .map(id -> new Fix("move-breakpoint", name(id), now -> marked(unmarked(now, from), id))).toList();
    }

    private String name(String id) {
        return subject.prompt().block(id).orElseThrow().name();
    }

    private static Prompt marked(Prompt prompt, String id) {
        return prompt.with(id, old -> old.withBreakpoint(true));
    }

    static Prompt unmarked(Prompt prompt, String id) {
        return prompt.with(id, old -> old.withBreakpoint(false));
    }
}
