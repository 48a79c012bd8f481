package dev.cachewright.advice.layout;

import dev.cachewright.catalog.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Searches the layouts of a sheet for the cheapest one; of those that cost the same, for one with few changes.
///
/// It visits every order and every choice of breakpoints that may be the best, where these are not too many; else it
/// begins with a likely one and improves it step by step.
final class Search {

    /// Taking back what brings nothing is worth so much less than finding what brings something.
    private static final int RESTORING = 8;

    private final Sheet sheet;
    private final Orders orders;
    private final Markings markings;
    private final MarkRoom room;
    private final long limit;
    private final boolean usesSets;
    private boolean isComplete = true;
    private Found best;

    /// @param limit how many calls may be looked at, over all layouts
    /// @param usesSets whether it may look for the best layout set by set, instead of order by order
    Search(Sheet sheet, MarkRoom room, long limit, boolean usesSets) {
        this.sheet = sheet;
        this.room = room;
        this.usesSets = usesSets;
        this.orders = new Orders(sheet);
        this.markings = new Markings(sheet, room);
        this.limit = limit;
        this.best = Found.of(sheet, sheet.order(), Marks.OWN);
    }

    Found find() {
        Optional<Ladder> ladder = usesSets ? Ladder.of(sheet) : Optional.empty();
        boolean isStepped = ladder.isPresent() && isSteppedThrough(ladder.get());
        if (isStepped) {
            isComplete = ladder.get().isWhole();
        } else if (sheet.isUniform()) {
            tryAll(orders.likely());
            isComplete &= orders.each(order -> tryAll(order) || isWithinLimit());
        } else {
            isComplete = false;
            tryAll(sheet.order());
        }
        if (!isComplete) {
            improve();
        }
        restore();
        return best;
    }

    /// Looks for the best layout set by set; whether that holds here, by what the rules say of the layout that is found.
    private boolean isSteppedThrough(Ladder ladder) {
        if (!sheet.calls().terms().rules().hasBreakpoints()) {
            consider(Found.of(sheet, new PrefixSteps(ladder).best(), Marks.OWN));
            return true;
        }
        return MarkSteps.best(ladder, room).filter(way -> {
            Found layout = Found.of(sheet, way.order(), way.marks());
            consider(layout);
            long cost = layout.outlay().cost().map(Money::picoDollars).orElse(0L);
            return cost == MarkSteps.cost(ladder, way.score());
        }).isPresent();
    }

    /// Whether every layout was looked at that may be the best.
    boolean isComplete() {
        return isComplete;
    }

    private boolean isWithinLimit() {
        return sheet.steps() < limit;
    }

    /// Tries an order with all breakpoints that may be of use, or the best that are found one by one.
    ///
    /// @return whether all were tried
    private boolean tryAll(int[] order) {
        List<Marks> all = markings.of(order);
        if (sheet.steps() + (long) all.size() * sheet.size() <= limit) {
            all.forEach(marks -> consider(Found.of(sheet, order, marks)));
            return true;
        }
        isComplete = false;
        tryOneByOne(order);
        return false;
    }

    private void tryOneByOne(int[] order) {
        Found current = Found.of(sheet, order, best.marks());
        boolean isBetter = true;
        while (isBetter && isWithinLimit()) {
            Found start = current;
            for (Marks marks : markings.steps(order, start.marks())) {
                Found next = Found.of(sheet, order, marks);
                current = next.isBetterThan(current) ? next : current;
            }
            isBetter = current != start;
        }
        consider(current);
    }

    private boolean consider(Found found) {
        boolean isBetter = found.isBetterThan(best);
        best = isBetter ? found : best;
        return isBetter;
    }

    /// Moves single blocks as long as that makes it cheaper.
    private void improve() {
        boolean isBetter = true;
        while (isBetter && sheet.steps() < limit + limit / 2) {
            isBetter = false;
            for (int[] order : neighbours(best.order())) {
                isBetter |= sheet.steps() < limit + limit / 2 && consider(Found.of(sheet, order, best.marks()));
            }
            for (Marks marks : markings.steps(best.order(), best.marks())) {
                isBetter |= sheet.steps() < limit + limit / 2 && consider(Found.of(sheet, best.order(), marks));
            }
        }
    }

    /// Takes back what brings nothing.
    private void restore() {
        long end = sheet.steps() + limit / RESTORING;
        consider(Found.of(sheet, sheet.order(), best.marks()));
        consider(Found.of(sheet, best.order(), Marks.OWN));
        boolean isBetter = true;
        while (isBetter && sheet.steps() < end) {
            isBetter = false;
            List<int[]> near = neighbours(best.order());
            near.add(best.order());
            for (int[] order : near) {
                isBetter |= restore(order, end);
            }
        }
    }

    private boolean restore(int[] order, long end) {
        boolean isBetter = false;
        var near = new ArrayList<>(List.of(best.marks()));
        near.addAll(markings.near(best.marks()));
        for (Marks marks : near) {
            isBetter |= Found.changes(sheet, order, marks) < best.changes() && sheet.steps() < end
                    && consider(Found.of(sheet, order, marks));
        }
        return isBetter;
    }

    /// The orders in which one block is elsewhere in its group.
    private List<int[]> neighbours(int[] order) {
        var all = new ArrayList<int[]>();
        for (int from : sheet.room().places()) {
            List<Integer> group = sheet.room().group(from);
            for (int to : group) {
                if (to != from) {
                    all.add(moved(order, group, group.indexOf(from), group.indexOf(to)));
                }
            }
        }
        return all;
    }

    private static int[] moved(int[] order, List<Integer> group, int from, int to) {
        var blocks = new ArrayList<>(group.stream().map(place -> order[place]).toList());
        blocks.add(to, blocks.remove(from));
        int[] next = order.clone();
        for (int i = 0; i < group.size(); i++) {
            next[group.get(i)] = blocks.get(i);
        }
        return next;
    }
}
