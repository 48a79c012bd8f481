package dev.cachewright.advice.layout;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The orders of the blocks of which one must be the best.
///
/// A block that is the same in all calls comes before those right beside it that are not: wherever two calls part, they
/// then share as much or more, and no call gets longer. Where all calls have parted, what follows is never read, and
/// stays as it is.
final class Orders {

    private final Sheet sheet;
    private final Room room;
    private final int pieces;

    Orders(Sheet sheet) {
        this.sheet = sheet;
        this.room = sheet.room();
        this.pieces = sheet.pieces();
    }

    /// Visits the orders until it is told to stop.
    ///
    /// @param visit says whether to go on
    /// @return whether all were visited
    boolean each(Predicate<int[]> visit) {
        int[] order = sheet.order();
        room.places().forEach(place -> order[place] = -1);
        return place(0, Alike.all(sheet.size()), order, visit);
    }

    private boolean place(int piece, Alike before, int[] order, Predicate<int[]> visit) {
        Alike alike = before;
        int next = piece;
        while (next < pieces && sheet.placeOf(next) < 0 && !alike.areAllApart()) {
            alike = sheet.refine(alike, next, order);
            next++;
        }
        if (next == pieces || alike.areAllApart()) {
            return visit.test(filled(order));
        }
        int place = sheet.placeOf(next);
        for (int block : candidates(place, order)) {
            order[place] = block;
            boolean isAll = place(next + 1, sheet.refine(alike, next, order), order, visit);
            order[place] = -1;
            if (!isAll) {
                return false;
            }
        }
        return true;
    }

    private List<Integer> candidates(int place, int[] order) {
        List<Integer> left = left(place, order);
        List<Integer> statics = left.stream().filter(sheet::isStatic).toList();
        List<Integer> others = left.stream().filter(block -> !sheet.isStatic(block)).toList();
        if (room.isWhole(place)) {
            return statics.isEmpty() ? others : statics.subList(0, 1);
        }
        boolean followsOther = place > 0 && room.groups()[place - 1] == room.groups()[place]
                && !sheet.isStatic(order[place - 1]);
        return followsOther ? others : left;
    }

    /// The blocks of the group of a place that have none yet.
    private List<Integer> left(int place, int[] order) {
        return room.group(place).stream().filter(block -> Arrays.stream(order).noneMatch(used -> used == block))
                .toList();
    }

    /// The order with what is left as it is.
    private int[] filled(int[] order) {
        int[] full = order.clone();
        IntStream.range(0, full.length).filter(place -> full[place] < 0)
                .forEach(place -> full[place] = left(place, full).getFirst());
        return full;
    }

    /// What is the same first, then what changes least: a good order, where there are too many to visit.
    int[] likely() {
        int[] order = sheet.order();
        for (int place : room.places()) {
            List<Integer> group = room.group(place);
            List<Integer> sorted = group.stream()
                    .sorted((a, b) -> Integer.compare(sheet.variety(a), sheet.variety(b))).toList();
            order[place] = sorted.get(group.indexOf(place));
        }
        return order;
    }
}
