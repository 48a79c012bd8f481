package dev.cachewright.advice.layout;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Every layout that keeps the constraints, written without regard to time: all orders, all sets of breakpoints.
final class Exhaustive {

    private final Prompt prompt;
    private final Room room;
    private final List<int[]> orders = new ArrayList<>();

    Exhaustive(Prompt prompt) {
        this.prompt = prompt;
        this.room = Room.of(prompt);
        int[] order = new int[prompt.blocks().size()];
        Arrays.setAll(order, i -> i);
        permute(0, order);
    }

    private void permute(int place, int[] order) {
        if (place == order.length) {
            orders.add(order.clone());
            return;
        }
        permute(place + 1, order);
        for (int other = place + 1; other < order.length; other++) {
            if (room.isFree(place) && room.groups()[place] == room.groups()[other]) {
                int[] next = order.clone();
                next[place] = order[other];
                next[other] = order[place];
                permute(place + 1, next);
            }
        }
    }

    int orders() {
        return orders.size();
    }

    /// Every layout as a prompt.
    ///
    /// @param accepted where breakpoints may be set
    void each(Set<String> accepted, int slots, Consumer<Prompt> visit) {
        eachPlan(accepted, slots, (order, marks) -> {
            var blocks = new ArrayList<Block>();
            for (int i = 0; i < order.length; i++) {
                Block block = prompt.blocks().get(order[i]).withJoined(prompt.blocks().get(i).joined());
                blocks.add(marks.contains(block.id()) ? block.withBreakpoint(true) : block);
            }
            visit.accept(prompt.withBlocks(blocks));
        });
    }

    /// Every order with every set of breakpoints.
    void eachPlan(Set<String> accepted, int slots, BiConsumer<int[], Set<String>> visit) {
        List<Set<String>> sets = new ArrayList<>(List.of(Set.of()));
        for (String block : accepted) {
            for (Set<String> set : List.copyOf(sets)) {
                if (set.size() < slots) {
                    var more = new HashSet<>(set);
                    more.add(block);
                    sets.add(more);
                }
            }
        }
        orders.forEach(order -> sets.forEach(marks -> visit.accept(order, marks)));
    }
}
