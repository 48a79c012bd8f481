package dev.cachewright.experiment;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was done to the blocks of a prompt where none of their texts was edited. Blocks are the same by their role and
/// text, whatever they are called; line breaks at their ends are no part of it.
///
/// @param blocks those that were added, removed or moved; none where several were moved
/// @param from the place of the first of them in the baseline, from 0 on: before which it was put in where it was added
/// @param to the place where it is now
public record BlockChange(Kind kind, List<Block> blocks, int from, int to) {

    public BlockChange {
        blocks = List.copyOf(blocks);
    }

    /// What was done.
    public enum Kind {
        ADDED, REMOVED, MOVED
    }

    /// What makes `other` of `baseline`; empty where a text was edited, or nothing was done.
    public static Optional<BlockChange> of(Prompt baseline, Prompt other) {
        List<Block> before = baseline.blocks();
        List<Block> now = other.blocks();
        if (before.size() < now.size()) {
            return beside(before, now).map(more -> new BlockChange(Kind.ADDED, blocks(now, more), more.getFirst(),
                    more.getFirst()));
        }
        if (before.size() > now.size()) {
            return beside(now, before).map(more -> new BlockChange(Kind.REMOVED, blocks(before, more),
                    more.getFirst(), more.getFirst()));
        }
        return moved(before, now);
    }

    private static List<Block> blocks(List<Block> all, List<Integer> places) {
        return places.stream().map(all::get).toList();
    }

    /// The places of the blocks that `more` has beside those of `fewer`, in whose order it has them; empty where it does
    /// not.
    private static Optional<List<Integer>> beside(List<Block> fewer, List<Block> more) {
        var places = new ArrayList<Integer>();
        int next = 0;
        for (int i = 0; i < more.size(); i++) {
            if (next < fewer.size() && isSame(fewer.get(next), more.get(i))) {
                next++;
            } else {
                places.add(i);
            }
        }
        return next == fewer.size() ? Optional.of(places) : Optional.empty();
    }

    private static Optional<BlockChange> moved(List<Block> before, List<Block> now) {
        int first = 0;
        while (first < before.size() && isSame(before.get(first), now.get(first))) {
            first++;
        }
        if (first == before.size()) {
            return Optional.empty();
        }
        int to = place(before.get(first), now, first);
        int from = place(now.get(first), before, first);
        if (to < 0 || from < 0 || !isPermuted(before, now)) {
            return Optional.empty();
        }
        var back = new BlockChange(Kind.MOVED, List.of(before.get(first)), first, to);
        var front = new BlockChange(Kind.MOVED, List.of(before.get(from)), from, first);
        // Where two blocks changed places, the shorter one is taken for the one that was moved.
        return Stream.of(back, front).filter(move -> isSame(carried(before, move.from, move.to), now))
                .min(Comparator.comparingInt(move -> move.blocks.getFirst().content().length()))
                .or(() -> Optional.of(new BlockChange(Kind.MOVED, List.of(), back.from, back.to)));
    }

    private static List<Block> carried(List<Block> blocks, int from, int to) {
        var carried = new ArrayList<>(blocks);
        carried.add(to, carried.remove(from));
        return carried;
    }

    private static boolean isPermuted(List<Block> before, List<Block> now) {
        var left = new ArrayList<>(before);
        for (Block block : now) {
            int place = place(block, left, 0);
            if (place < 0) {
                return false;
            }
            left.remove(place);
        }
        return true;
    }

    private static int place(Block block, List<Block> all, int from) {
        for (int i = from; i < all.size(); i++) {
            if (isSame(block, all.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(List<Block> some, List<Block> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!isSame(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Block one, Block other) {
        return one.role() == other.role() && one.text().stripTrailing().equals(other.text().stripTrailing());
    }
}
