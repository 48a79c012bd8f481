package dev.cachewright.advice.layout;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

    /// @param accepted where breakpoints may be set
    void each(Set<String> accepted, int slots, Consumer<Prompt> visit) {
        for (int[] order : orders) {
            var blocks = new ArrayList<Block>();
            for (int i = 0; i < order.length; i++) {
                blocks.add(prompt.blocks().get(order[i]).withJoined(prompt.blocks().get(i).joined()));
            }
            mark(blocks, 0, accepted, slots, visit);
        }
    }

    private void mark(List<Block> blocks, int from, Set<String> accepted, int slots, Consumer<Prompt> visit) {
        visit.accept(prompt.withBlocks(blocks));
        for (int i = from; i < blocks.size() && slots > 0; i++) {
            if (accepted.contains(blocks.get(i).id())) {
                var marked = new ArrayList<>(blocks);
                marked.set(i, blocks.get(i).withBreakpoint(true));
                mark(marked, i + 1, accepted, slots - 1, visit);
            }
        }
    }
}
