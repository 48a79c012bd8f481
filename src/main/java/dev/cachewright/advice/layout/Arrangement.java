package dev.cachewright.advice.layout;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.List;

/// A layout of a prompt, as edits of it.
///
/// @param prompt the arranged one
/// @param moves the fewest blocks that have to be moved
/// @param set the blocks that get a breakpoint, in their new order
/// @param removed the blocks that lose theirs
record Arrangement(Prompt prompt, List<Move> moves, List<String> set, List<String> removed) {

    Arrangement {
        moves = List.copyOf(moves);
        set = List.copyOf(set);
        removed = List.copyOf(removed);
    }

    static Arrangement of(Sheet sheet, Found found) {
        Prompt before = sheet.prompt();
        Prompt moved = before;
        for (int place = 0; place < found.order().length; place++) {
            String block = before.blocks().get(found.order()[place]).id();
            moved = moved.indexOf(block) == place ? moved : BlockEdits.move(moved, block, place);
        }
        var blocks = new ArrayList<Block>();
        var set = new ArrayList<String>();
        var removed = new ArrayList<String>();
        for (int place = 0; place < moved.blocks().size(); place++) {
            // Messages begin where they began: one that was moved would become a part of the one before it.
            Block block = moved.blocks().get(place).withJoined(before.blocks().get(place).joined());
            boolean isMarked = found.marks().isAfter(block.id(), sheet.own());
            boolean wasMarked = sheet.own().contains(block.id());
            if (isMarked && !wasMarked) {
                set.add(block.id());
                block = block.withBreakpoint("");
            } else if (wasMarked && !isMarked) {
                removed.add(block.id());
                block = block.withBreakpoint(false);
            }
            blocks.add(block);
        }
        return new Arrangement(before.withBlocks(blocks), moves(before, found.order()), set, removed);
    }

    boolean isNone() {
        return moves.isEmpty() && set.isEmpty() && removed.isEmpty();
    }

    /// The blocks outside of a longest run of those that keep their order.
    private static List<Move> moves(Prompt before, int[] order) {
        int[] longest = new int[order.length];
        int[] previous = new int[order.length];
        int last = -1;
        for (int i = 0; i < order.length; i++) {
            longest[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (order[j] < order[i] && longest[j] >= longest[i]) {
                    longest[i] = longest[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || longest[i] > longest[last] ? i : last;
        }
        boolean[] isKept = new boolean[order.length];
        for (int i = last; i >= 0; i = previous[i]) {
            isKept[i] = true;
        }
        var moves = new ArrayList<Move>();
        for (int i = 0; i < order.length; i++) {
            if (!isKept[i]) {
                moves.add(new Move(before.blocks().get(order[i]).id(), order[i], i));
            }
        }
        return moves;
    }
}
