package dev.cachewright.analysis;

import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.VariableEdits;
import dev.cachewright.prompt.text.Tag;
import dev.cachewright.token.request.BlockEnd;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.TokenSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What later calls can reuse of a prompt, stretch by stretch: the one answer for the cards, the rail and the request.
///
/// All positions are counted tokens from the beginning of the request that is shown.
///
/// @param end where the text ends that a later call can read, as far as is known; 0 where it can read none
/// @param stretches the whole request in order, without the priming of the reply
/// @param guessed the blocks with text that looks as if it changed, where nothing shows it
public record Reach(int end, List<Stretch> stretches, Set<String> guessed) {

    /// A longer text that has variables counts as dynamic as a whole: this runs with every keystroke.
    private static final int LONGEST_SEARCHED = 200_000;

    public Reach {
        stretches = List.copyOf(stretches);
        guessed = Set.copyOf(guessed);
    }

    /// What becomes of a piece of the prompt in the calls after a first one.
    public enum State {
        /// Read from the cache.
        CACHED,
        /// Read from the cache if it is static, which one request cannot tell.
        ASSUMED,
        /// The same in every call; the rules of the cache are not known.
        STATIC,
        /// Static and at the beginning, but the beginning is shorter than the threshold.
        TOO_SHORT,
        /// As before, as far as the estimate can tell.
        PERHAPS_TOO_SHORT,
        /// Static, after text that changes.
        AFTER_CHANGE,
        /// Static and at the beginning, but no breakpoint that is read comes after it.
        NO_BREAKPOINT,
        /// The provider refuses a request like this.
        REFUSED,
        /// The server caches nothing.
        NO_CACHING,
        /// May differ from call to call.
        DYNAMIC;

        /// Whether it is static and cannot be reused all the same.
        public boolean isOutOfReach() {
            return switch (this) {
                case TOO_SHORT, PERHAPS_TOO_SHORT, AFTER_CHANGE, NO_BREAKPOINT, REFUSED, NO_CACHING -> true;
                case CACHED, ASSUMED, STATIC, DYNAMIC -> false;
            };
        }
    }

    /// Tokens of one block with one state.
    ///
    /// @param from the first of them, from 0 on
    /// @param to after the last
    public record Stretch(String blockId, State state, int from, int to) {

        public int tokens() {
            return to - from;
        }
    }

    /// What becomes of a block as a whole.
    ///
    /// @param state of its end, where its parts differ; dynamic where some of it is
    /// @param isPartly whether its beginning is read from the cache and its end is not
    /// @param isGuessed whether some of its text looks as if it changed, where nothing shows it
    public record OfBlock(State state, boolean isPartly, boolean isGuessed) {

        OfBlock(State state, boolean isPartly) {
            this(state, isPartly, false);
        }

        private OfBlock guessed() {
            return new OfBlock(state, isPartly, true);
        }
    }

    /// What can be reused of the request that is shown.
    static Reach of(Analysis analysis) {
        int end = end(analysis);
        State covered = covered(analysis);
        Map<String, Integer> contentEnds = new HashMap<>();
        for (BlockEnd each : analysis.tokens().ends()) {
            contentEnds.merge(each.blockId(), each.position(), Math::max);
        }
        Map<String, Block> blocks = new HashMap<>();
        analysis.prompt().blocks().forEach(block -> blocks.put(block.id(), block));
        Place border = analysis.tokens().placeAfter(end);
        var stretches = new ArrayList<Stretch>();
        for (TokenSpan span : analysis.tokens().spans()) {
            int from = span.cumulative() - span.tokens();
            int contentEnd = contentEnds.getOrDefault(span.blockId(), span.cumulative());
            // The frame after the text is nobody's text, and the one before it is that of its block.
            Block block = blocks.get(span.blockId());
            // Text that changes may be empty in the request that is shown.
            boolean isEmpty = block != null && block.effectiveKind() == Kind.DYNAMIC
                    && border.equals(new Place(span.blockId(), 0));
            boolean isWhole = end > 0 && contentEnd <= end && !isEmpty;
            boolean isBegun = end > from && (!border.blockId().equals(span.blockId()) || border.offset() > 0
                    || block != null && !block.role().isMessage());
            int cut = isWhole ? span.cumulative() : isBegun ? end : from;
            if (cut > from) {
                stretches.add(new Stretch(span.blockId(), covered, from, cut));
            }
            if (cut < span.cumulative() && block != null) {
                State after = after(analysis, block, contentEnd);
                addRest(analysis, block, new Stretch(span.blockId(), after, cut, span.cumulative()), stretches);
            }
        }
        return new Reach(covered.isOutOfReach() ? 0 : end, stretches,
                analysis.evidence().guesses().stream().map(VariableEdits.Stretch::blockId).collect(Collectors.toSet()));
    }

    /// What comes after the prefix in a block; where only some of its text changes, the rest is static and out of reach.
    private static void addRest(Analysis analysis, Block block, Stretch rest, List<Stretch> stretches) {
        List<Changing> changing = changing(analysis, block);
        boolean isAllDynamic = rest.state() == State.DYNAMIC && changing.isEmpty();
        State still = rest.state() == State.DYNAMIC && !isAllDynamic ? State.AFTER_CHANGE : rest.state();
        int at = rest.from();
        for (Changing change : changing) {
            int start = tokensAt(analysis, rest, change.start(), at);
            int end = Math.min(rest.to(), Math.max(start + 1, tokensAt(analysis, rest, change.end(), start)));
            add(new Stretch(rest.blockId(), still, at, start), stretches);
            add(new Stretch(rest.blockId(), State.DYNAMIC, start, end), stretches);
            at = end;
        }
        add(new Stretch(rest.blockId(), still, at, rest.to()), stretches);
    }

    private static int tokensAt(Analysis analysis, Stretch rest, int offset, int least) {
        return Math.clamp(analysis.tokens().tokensBefore(new Place(rest.blockId(), offset)), least, rest.to());
    }

    private static void add(Stretch next, List<Stretch> stretches) {
        if (next.tokens() == 0) {
            return;
        }
        Stretch last = stretches.isEmpty() ? next : stretches.getLast();
        if (last != next && last.blockId().equals(next.blockId()) && last.state() == next.state()) {
            stretches.set(stretches.size() - 1, new Stretch(next.blockId(), next.state(), last.from(), next.to()));
        } else {
            stretches.add(next);
        }
    }

    /// What changes in a block, by offsets in its content: places that differ from a second request, and variables;
    /// empty where all of it may.
    private static List<Changing> changing(Analysis analysis, Block block) {
        List<Changing> differing = analysis.comparison().map(Comparison::changes).orElse(List.of()).stream()
                .filter(change -> change.blockId().equals(block.id()))
                .map(change -> new Changing(change.start(), change.end())).toList();
        if (block.effectiveKind() == Kind.STATIC) {
            return differing.isEmpty() ? guessed(analysis, block) : differing;
        }
        if (block.content().length() > LONGEST_SEARCHED) {
            return List.of();
        }
        List<Tag> tags = block.template().tags();
        return tags.isEmpty() || tags.stream().anyMatch(tag -> tag.type() != Tag.Type.VALUE)
                ? List.of()
                : Stream.of(differing, guessed(analysis, block),
                        tags.stream().map(tag -> new Changing(tag.start(), tag.end())).toList()).flatMap(List::stream)
                        .sorted(Comparator.comparingInt(Changing::start)).toList();
    }

    private static List<Changing> guessed(Analysis analysis, Block block) {
        return analysis.evidence().guesses().stream().filter(guess -> guess.blockId().equals(block.id()))
                .map(guess -> new Changing(guess.start(), guess.end())).toList();
    }

    private record Changing(int start, int end) {
    }

    /// Where the beginning ends that every call shares and, at a breakpoint model, a breakpoint ends.
    private static int end(Analysis analysis) {
        Optional<Outlook> outlook = analysis.outlook();
        boolean isRead = outlook.filter(known -> known.rules().hasBreakpoints() && known.reuse().end() > 0).isPresent();
        return isRead ? outlook.get().reuse().end() : analysis.prefix().tokens();
    }

    /// The state of what is before that end: what all views say of the prefix follows from it.
    static State covered(Analysis analysis) {
        if (analysis.outlook().isEmpty()) {
            return State.STATIC;
        }
        Outlook outlook = analysis.outlook().get();
        if (outlook.rules().set() == RuleSet.Named.NONE) {
            return State.NO_CACHING;
        }
        int threshold = outlook.rules().threshold();
        TokenRange stored = analysis.storedPrefix();
        if (!stored.reaches(threshold)) {
            boolean hasEnd = !outlook.rules().hasBreakpoints() || outlook.reuse().boundaries().stream()
                    .anyMatch(end -> end.isStatic() && end.isWritten());
            return !stored.mayReach(threshold) ? State.TOO_SHORT
                    : hasEnd || outlook.reuse().why() == MissReason.REFUSED ? State.PERHAPS_TOO_SHORT
                            : State.NO_BREAKPOINT;
        }
        if (outlook.cacheable() > 0) {
            return analysis.isAssumed() ? State.ASSUMED : State.CACHED;
        }
        return switch (outlook.reuse().why()) {
            case REFUSED -> State.REFUSED;
            case NO_CACHING -> State.NO_CACHING;
            // Above the threshold and nothing to read: a step of the rules is not reached.
            case BELOW_THRESHOLD -> State.TOO_SHORT;
            default -> outlook.rules().hasBreakpoints() ? State.NO_BREAKPOINT : State.TOO_SHORT;
        };
    }

    /// The state of the end of a block that is not read whole.
    private static State after(Analysis analysis, Block block, int contentEnd) {
        if (block.effectiveKind() == Kind.DYNAMIC) {
            return State.DYNAMIC;
        }
        if (analysis.outlook().isEmpty()) {
            return contentEnd <= analysis.prefix().tokens() ? State.STATIC : State.AFTER_CHANGE;
        }
        return contentEnd <= analysis.prefix().tokens() ? State.NO_BREAKPOINT : State.AFTER_CHANGE;
    }

    /// What becomes of each block of the request.
    public Map<String, OfBlock> blocks() {
        Map<String, OfBlock> found = new HashMap<>();
        for (Stretch stretch : stretches) {
            found.merge(stretch.blockId(), new OfBlock(stretch.state(), false), (first,
                    last) -> new OfBlock(first.state() == State.DYNAMIC ? State.DYNAMIC : last.state(),
                            first.state() == State.CACHED || first.isPartly()));
        }
        guessed.forEach(id -> found.computeIfPresent(id, (_, whole) -> whole.guessed()));
        return found;
    }

    /// Tokens in a state.
    public int tokens(State state) {
        return stretches.stream().filter(stretch -> stretch.state() == state).mapToInt(Stretch::tokens).sum();
    }
}
