package dev.cachewright.advice.layout;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.token.request.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// One call, cut into pieces at the end of each block and at the borders of those that may move.
///
/// @param pieces in the order of the prompt as it is
/// @param places for each piece the place of the block that it is the text of; -1 for all that stays
/// @param content as it is, which says where prefixes can end
/// @param endPieces for each end of the content the number of the piece that ends there
/// @param lastEnds the last end of each block, by its id
record CallSheet(List<Piece> pieces, int[] places, RequestContent content, int[] endPieces,
        Map<String, ContentEnd> lastEnds) {

    /// Where the text of a free block is in a call.
    private record Slot(int place, int from, int to) {
    }

    /// Which places of a prompt hold a text that is found in the call, one after the other.
    static boolean[] known(CountedRequest call, Prompt prompt, Room room) {
        boolean[] isKnown = new boolean[prompt.blocks().size()];
        int done = 0;
        for (int place : room.places()) {
            Optional<Slot> slot = slot(call, prompt.blocks().get(place), place);
            isKnown[place] = slot.isPresent() && slot.get().from() >= done;
            done = isKnown[place] ? slot.orElseThrow().to() : done;
        }
        return isKnown;
    }

    private static Optional<Slot> slot(CountedRequest call, Block block, int place) {
        List<ContentEnd> ends = call.content().ends().stream().filter(end -> end.blockId().equals(block.id())).toList();
        if (ends.size() != 1) {
            return Optional.empty();
        }
        int from = call.tokens().tokensBefore(new Place(block.id(), 0));
        int to = ends.getFirst().position();
        return from <= to ? Optional.of(new Slot(place, from, to)) : Optional.empty();
    }

    /// @param shared gives the same object for equal pieces
    static CallSheet of(CountedRequest call, Prompt prompt, Room room, UnaryOperator<Piece> shared) {
        List<Slot> slots = room.places().stream()
                .map(place -> slot(call, prompt.blocks().get(place), place).orElseThrow()).toList();
        FlatTokens tokens = call.tokens().flat();
        List<ContentEnd> ends = call.content().ends();
        int[] endPieces = new int[ends.size()];
        var pieces = new ArrayList<Piece>();
        var places = new ArrayList<Integer>();
        var cutter = new Cutter(tokens, pieces, places, shared);
        int next = 0;
        for (int i = 0; i < ends.size(); i++) {
            ContentEnd end = ends.get(i);
            boolean isSlot = next < slots.size()
                    && prompt.blocks().get(slots.get(next).place()).id().equals(end.blockId());
            if (isSlot) {
                cutter.cut(slots.get(next).from(), -1);
                cutter.cut(slots.get(next).to(), slots.get(next).place());
                next++;
            } else {
                cutter.cut(end.position(), -1);
            }
            endPieces[i] = pieces.size() - 1;
        }
        cutter.cut(tokens.total(), -1);
        Map<String, ContentEnd> lastEnds = new HashMap<>();
        ends.forEach(end -> lastEnds.put(end.blockId(), end));
        return new CallSheet(pieces, places.stream().mapToInt(Integer::intValue).toArray(), call.content(), endPieces,
                lastEnds);
    }

    /// Cuts tokens into pieces, one after the other.
    private static final class Cutter {

        private final FlatTokens tokens;
        private final List<Piece> pieces;
        private final List<Integer> places;
        private final UnaryOperator<Piece> shared;
        private int done;

        Cutter(FlatTokens tokens, List<Piece> pieces, List<Integer> places, UnaryOperator<Piece> shared) {
            this.tokens = tokens;
            this.pieces = pieces;
            this.places = places;
            this.shared = shared;
        }

        void cut(int to, int place) {
            int end = Math.max(done, to);
            pieces.add(shared.apply(new Piece(IntStream.range(done, end).map(tokens::idAt).toArray())));
            places.add(place);
            done = end;
        }
    }

    /// The texts of the free blocks by their place.
    Map<Integer, Piece> texts() {
        var texts = new HashMap<Integer, Piece>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                texts.put(places[i], pieces.get(i));
            }
        }
        return texts;
    }

    /// The piece with a number in a layout; empty where the call has fewer.
    Optional<Piece> piece(int number, int[] order, Map<Integer, Piece> texts) {
        if (number >= pieces.size()) {
            return Optional.empty();
        }
        return Optional.of(places[number] < 0 ? pieces.get(number) : texts.get(order[places[number]]));
    }

    ArrangedTokens tokens(int[] order, Map<Integer, Piece> texts) {
        var arranged = new ArrayList<Piece>(pieces.size());
        for (int i = 0; i < places.length; i++) {
            arranged.add(places[i] < 0 ? pieces.get(i) : texts.get(order[places[i]]));
        }
        return new ArrangedTokens(arranged);
    }

    /// What the cache sees of the call in a layout.
    ///
    /// @param own the blocks with a breakpoint of their own
    RequestContent content(int[] order, ArrangedTokens tokens, Marks marks, Prompt prompt, Set<String> own) {
        List<ContentEnd> ends = content.ends();
        var arranged = new ArrayList<ContentEnd>(ends.size());
        for (int i = 0; i < ends.size(); i++) {
            ContentEnd place = ends.get(i);
            int slot = places[endPieces[i]];
            ContentEnd block = slot < 0 ? place : lastEnds.get(prompt.blocks().get(order[slot]).id());
            arranged.add(new ContentEnd(block.blockId(), place.role(), place.message(), place.isLast(),
                    tokens.endOf(endPieces[i]), place.positions(), block.isCacheable(), place.isServerResult(),
                    mark(block, marks, own)));
        }
        return new RequestContent(arranged, content.traits(), content.wishes());
    }

    /// Breakpoints stand at the last end of a block; its other ends have markers in JSON alone.
    private Optional<String> mark(ContentEnd block, Marks marks, Set<String> own) {
        if (lastEnds.get(block.blockId()) != block) {
            return block.mark();
        }
        Optional<String> kept = own.contains(block.blockId()) && !marks.isOwnKept() ? Optional.empty() : block.mark();
        return kept.or(() -> Optional.of("").filter(_ -> marks.added().contains(block.blockId())));
    }

    /// The number of the piece that ends with a block; empty where the call does not have it.
    OptionalInt pieceOf(String block, int[] order, Prompt prompt) {
        int found = -1;
        for (int i = 0; i < endPieces.length; i++) {
            int slot = places[endPieces[i]];
            String id = slot < 0 ? content.ends().get(i).blockId() : prompt.blocks().get(order[slot]).id();
            found = id.equals(block) ? endPieces[i] : found;
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
