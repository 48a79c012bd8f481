package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/// How the blocks of a prompt are opened, so that as many as possible are in sight: all of them with equally many rows,
/// or the earlier turns of a long conversation folded.
///
/// @param rows how many rows of a block that is not folded are shown at most
/// @param folded the ids of the blocks that are folded
record FoldPlan(int rows, Set<String> folded) {

    static final int MOST_ROWS = 24;
    static final int LEAST_ROWS = 3;
    /// The last turns stay open in a conversation that is folded.
    private static final int OPEN_TURNS = 2;

    FoldPlan {
        folded = Set.copyOf(folded);
    }

    /// The heights in pixels from which the height of a card follows.
    ///
    /// @param row of text
    /// @param head of a folded card with the gap below it
    /// @param body around the rows of text of a card that is not folded
    /// @param link below rows that are not all
    record Sizes(double row, double head, double body, double link) {

        double card(int rows, int shown) {
            return head + body + Math.min(rows, shown) * row + (rows > shown ? link : 0);
        }
    }

    /// @param rowsOf the rows that a block takes with all its text, by its index; a few more than [#MOST_ROWS] are
    /// enough
    static FoldPlan of(List<Block> blocks, IntUnaryOperator rowsOf, Sizes sizes, double height) {
        int[] rows = new int[blocks.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rowsOf.applyAsInt(i);
        }
        Set<String> none = Set.of();
        for (int shown = MOST_ROWS; shown >= LEAST_ROWS; shown--) {
            if (height(blocks, rows, none, sizes, shown) <= height) {
                return new FoldPlan(shown, none);
            }
        }
        Set<String> folded = turns(blocks);
        int shown = MOST_ROWS;
        while (shown > LEAST_ROWS && height(blocks, rows, folded, sizes, shown) > height) {
            shown--;
        }
        return new FoldPlan(shown, folded);
    }

    private static double height(List<Block> blocks, int[] rows, Set<String> folded, Sizes sizes, int shown) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += folded.contains(blocks.get(i).id()) ? sizes.head() : sizes.card(rows[i], shown);
        }
        return sum;
    }

    /// The turns of a conversation before its last ones, and what tools were asked and answered.
    private static Set<String> turns(List<Block> blocks) {
        Set<String> folded = new HashSet<>();
        int last = blocks.size() - OPEN_TURNS;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isTurn = block.role() == Role.USER || block.role() == Role.ASSISTANT || block.role() == Role.TOOL;
            boolean isOfTools = block.role() == Role.TOOL || block.form() == Form.ITEM;
            if (isTurn && (i < last || isOfTools)) {
                folded.add(block.id());
            }
        }
        return folded;
    }
}
