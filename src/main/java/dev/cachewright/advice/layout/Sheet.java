package dev.cachewright.advice.layout;

import dev.cachewright.advice.Calls;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// All calls, cut into pieces: what any layout of them costs, by the cache rules themselves.
///
/// A token that reaches over the border of two blocks is counted with the first, wherever that goes.
final class Sheet {

    private final Prompt prompt;
    private final Calls calls;
    private final Room room;
    private final List<CallSheet> sheets;
    private final List<Map<Integer, Piece>> texts;
    private final Set<String> own;
    private final Map<Integer, List<Piece>> byBlock = new HashMap<>();
    private final Map<Integer, Integer> varieties = new HashMap<>();
    private final int[] placesOfPieces;
    private long steps;

    private Sheet(Prompt prompt, Calls calls, Room room, List<CallSheet> sheets) {
        this.prompt = prompt;
        this.calls = calls;
        this.room = room;
        this.sheets = sheets;
        this.texts = sheets.stream().map(CallSheet::texts).toList();
        this.placesOfPieces = IntStream
                .range(0, sheets.stream().mapToInt(sheet -> sheet.pieces().size()).max().orElse(0))
                .map(piece -> placeOf(sheets, piece)).toArray();
        this.own = prompt.blocks().stream().filter(block -> block.breakpoint().isPresent()).map(Block::id)
                .collect(Collectors.toSet());
    }

    static Sheet of(Prompt prompt, Calls calls) {
        Room room = Room.of(prompt);
        boolean[] isKnown = new boolean[prompt.blocks().size()];
        Arrays.fill(isKnown, true);
        for (var call : calls.requests()) {
            boolean[] here = CallSheet.known(call, prompt, room);
            for (int i = 0; i < isKnown.length; i++) {
                isKnown[i] &= here[i];
            }
        }
        Room known = room.keeping(isKnown);
        Map<Piece, Piece> pieces = new HashMap<>();
        List<CallSheet> sheets = calls.requests().stream().map(call -> CallSheet.of(call, prompt, known,
                piece -> pieces.computeIfAbsent(piece, same -> same))).toList();
        return new Sheet(prompt, calls, known, sheets);
    }

    Prompt prompt() {
        return prompt;
    }

    Room room() {
        return room;
    }

    int size() {
        return sheets.size();
    }

    /// The blocks with a breakpoint of their own.
    Set<String> own() {
        return own;
    }

    /// How many calls were looked at so far, over all layouts.
    long steps() {
        return steps;
    }

    int[] order() {
        return IntStream.range(0, prompt.blocks().size()).toArray();
    }

    /// What the calls cost where place `i` has the block that is at `order[i]` now.
    Outlay outlay(int[] order, Marks marks) {
        CacheState state = CacheState.empty();
        Outlay sum = Outlay.NOTHING;
        Duration answersAfter = answersAfter(calls);
        for (int i = 0; i < sheets.size(); i++) {
            ArrangedTokens tokens = sheets.get(i).tokens(order, texts.get(i));
            RequestContent content = calls.terms().rules().hasBreakpoints()
                    ? sheets.get(i).content(order, tokens, marks, prompt, own)
                    : sheets.get(i).content();
            CacheRequest request = calls.terms().request(tokens, content, 0).answeredAfter(answersAfter);
            Instant at = calls.at().plus(calls.cadence().offsetOf(i));
            CacheStep step = calls.terms().rules().step(state, request, at);
            state = step.state();
            if (calls.areAllCounted() || i == sheets.size() - 1) {
                var split = step.outcome().split();
                sum = sum.plus(split, calls.terms().costOf(split, at));
            }
        }
        steps += sheets.size();
        return sum;
    }

    /// The blocks at whose end the provider itself stores a prefix, without a breakpoint of the prompt.
    Set<String> ownWritten() {
        int[] order = order();
        var bare = new Marks(false, Set.of());
        return IntStream.range(0, sheets.size()).boxed().flatMap(i -> {
            ArrangedTokens tokens = tokens(i, order);
            return calls.terms().rules().reuse(calls.terms()
                    .request(tokens, sheets.get(i).content(order, tokens, bare, prompt, own), 0)).boundaries().stream();
        }).filter(boundary -> boundary.isWritten() && !boundary.isMarked()).map(boundary -> boundary.blockId())
                .collect(Collectors.toSet());
    }

    /// Calls that are sent together cannot read each other's prefix.
    static Duration answersAfter(Calls calls) {
        return calls.cadence().parallel() > 1 ? Duration.ofMillis(1) : Duration.ZERO;
    }

    ArrangedTokens tokens(int call, int[] order) {
        return sheets.get(call).tokens(order, texts.get(call));
    }

    /// The text of a block in each call.
    List<Piece> texts(int block) {
        return byBlock.computeIfAbsent(block, _ -> texts.stream().map(of -> of.get(block)).toList());
    }

    /// A piece of a call in the prompt as it is.
    Piece fixed(int call, int piece) {
        return sheets.get(call).pieces().get(piece);
    }

    /// Where a piece begins in a call of the prompt as it is.
    int start(int call, int piece) {
        return sheets.get(call).pieces().subList(0, piece).stream().mapToInt(Piece::size).sum();
    }

    /// Whether a block has the same text in all calls.
    boolean isStatic(int block) {
        return varieties.computeIfAbsent(block, this::variety) == 1;
    }

    /// How many texts a block has.
    int variety(int block) {
        return (int) texts(block).stream().distinct().count();
    }

    /// The number of pieces of the longest call.
    int pieces() {
        return placesOfPieces.length;
    }

    /// The place that the piece with a number belongs to, where all calls have one of that place there; -1 elsewhere.
    int placeOf(int piece) {
        return placesOfPieces[piece];
    }

    private static int placeOf(List<CallSheet> sheets, int piece) {
        List<Integer> places = sheets.stream()
                .map(sheet -> piece < sheet.places().length ? sheet.places()[piece] : -1).distinct().toList();
        return places.size() == 1 ? places.getFirst() : -1;
    }

    /// Whether each free place is the same piece of all calls, so that they can be laid out together.
    boolean isUniform() {
        long found = IntStream.range(0, pieces()).filter(piece -> placeOf(piece) >= 0).count();
        return found == room.places().size();
    }

    /// Tells calls apart that were alike so far.
    Alike refine(Alike alike, int piece, int[] order) {
        return alike.refined(i -> sheets.get(i).piece(piece, order, texts.get(i)));
    }

    /// The blocks in the order of their ends, each with the number of the piece that it ends with; those of all calls.
    List<Map.Entry<String, Integer>> ends(int[] order) {
        return prompt.blocks().stream().map(Block::id).flatMap(id -> sheets.stream()
                .map(sheet -> sheet.pieceOf(id, order, prompt)).filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt).findFirst().map(piece -> Map.entry(id, piece)).stream())
                .sorted(Map.Entry.comparingByValue()).toList();
    }

    /// Whether the pieces after `from` up to `to` are the same in all calls.
    boolean isStatic(int from, int to, int[] order) {
        return IntStream.rangeClosed(from + 1, to).allMatch(piece -> IntStream.range(0, sheets.size())
                .mapToObj(i -> sheets.get(i).piece(piece, order, texts.get(i))).distinct().limit(2).count() == 1);
    }

    Calls calls() {
        return calls;
    }
}
