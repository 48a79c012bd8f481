package dev.cachewright.advice.layout;

import dev.cachewright.prompt.Block;

/// A layout with what it costs, and how much it changes.
///
/// @param order for each place the block that comes there, by its place now
/// @param changes how many pairs of blocks change their order, and how many breakpoints come or go
record Found(int[] order, Marks marks, Outlay outlay, int changes) {

    static Found of(Sheet sheet, int[] order, Marks marks) {
        return new Found(order.clone(), marks, sheet.outlay(order, marks), changes(sheet, order, marks));
    }

    static int changes(Sheet sheet, int[] order, Marks marks) {
        int pairs = 0;
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length; j++) {
                pairs += order[i] > order[j] ? 1 : 0;
            }
        }
        return pairs + (int) sheet.prompt().blocks().stream().map(Block::id)
                .filter(id -> marks.isAfter(id, sheet.own()) != sheet.own().contains(id)).count();
    }

    /// Whether it is cheaper than another, or as cheap with fewer changes.
    boolean isBetterThan(Found other) {
        int compared = Outlay.CHEAPEST.compare(outlay, other.outlay);
        return compared < 0 || compared == 0 && changes < other.changes;
    }
}
