package dev.cachewright.advice.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The breakpoints of which some must be the best for an order.
///
/// A breakpoint is worth nothing where no two calls are alike up to it. Of two with nothing but unchanging text between
/// and before them, the later one is as good.
final class Markings {

    private final Sheet sheet;
    private final MarkRoom room;

    Markings(Sheet sheet, MarkRoom room) {
        this.sheet = sheet;
        this.room = room;
    }

    /// The blocks after which one may be of use.
    List<String> useful(int[] order) {
        var useful = new ArrayList<String>();
        Alike alike = Alike.all(sheet.size());
        int read = -1;
        int last = -1;
        boolean isLastStatic = false;
        for (Map.Entry<String, Integer> end : sheet.ends(order)) {
            while (read < end.getValue() && !alike.areAllApart()) {
                read++;
                alike = sheet.refine(alike, read, order);
            }
            if (alike.areAllApart()) {
                break;
            }
            if (room.accepted().contains(end.getKey())) {
                boolean isStatic = sheet.isStatic(last, end.getValue(), order);
                if (isStatic && isLastStatic) {
                    useful.removeLast();
                }
                useful.add(end.getKey());
                isLastStatic = isStatic;
                last = end.getValue();
            }
        }
        return useful;
    }

    /// All that are worth a look for an order, those of the prompt itself first.
    List<Marks> of(int[] order) {
        var all = new ArrayList<>(List.of(Marks.OWN));
        if (room.slots() > 0 || room.beside() > 0) {
            List<String> useful = useful(order);
            add(all, true, useful.stream().filter(id -> !sheet.own().contains(id)).toList(), room.beside());
            if (room.slots() > 0 && !sheet.own().isEmpty()) {
                all.add(new Marks(false, Set.of()));
                add(all, false, useful, room.slots());
            }
        }
        return all;
    }

    /// The breakpoints with one more, or one less of those that are new, or without those of the prompt.
    List<Marks> steps(int[] order, Marks marks) {
        var all = new ArrayList<Marks>();
        int most = marks.isOwnKept() ? room.beside() : room.slots();
        for (String block : useful(order)) {
            var next = new HashSet<>(marks.added());
            boolean isAdded = !next.remove(block) && next.add(block);
            if (!isAdded || next.size() <= most) {
                all.add(new Marks(marks.isOwnKept(), next));
            }
        }
        if (marks.isOwnKept() && room.slots() > 0) {
            all.add(new Marks(false, Set.of()));
        }
        return all;
    }

    /// The breakpoints with one taken away, one of the prompt's own put back, or one after another block instead.
    List<Marks> near(Marks marks) {
        var all = new ArrayList<Marks>();
        for (String block : marks.added()) {
            var less = new HashSet<>(marks.added());
            less.remove(block);
            all.add(new Marks(marks.isOwnKept(), less));
            for (String other : room.accepted()) {
                var moved = new HashSet<>(less);
                moved.add(other);
                all.add(new Marks(marks.isOwnKept(), moved));
            }
        }
        for (String block : marks.isOwnKept() || marks.added().size() >= room.slots() ? Set.<String>of()
                : sheet.own()) {
            var more = new HashSet<>(marks.added());
            more.add(block);
            all.add(new Marks(false, more));
        }
        return all;
    }

    private static void add(List<Marks> all, boolean isOwnKept, List<String> useful, int most) {
        List<Set<String>> sets = new ArrayList<>(List.of(Set.of()));
        for (String block : useful) {
            for (Set<String> set : List.copyOf(sets)) {
                if (set.size() < most) {
                    var more = new HashSet<>(set);
                    more.add(block);
                    sets.add(more);
                    all.add(new Marks(isOwnKept, more));
                }
            }
        }
    }
}
