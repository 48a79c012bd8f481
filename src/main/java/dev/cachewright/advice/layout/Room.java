package dev.cachewright.advice.layout;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which blocks of a prompt may change places with which others.
///
/// Instructions of one role that follow each other may, and the parts of one message of the user but its last, which
/// asks. All other blocks stay where they are, and so does a block with the attribute `pin`. Where a message begins is
/// kept: a block that takes the place of the first one begins it.
///
/// @param groups by the index of the block; blocks of the same group may change places, -1 stays
record Room(int[] groups) {

    private static final String PIN = "pin";

    static Room of(Prompt prompt) {
        List<Block> blocks = prompt.blocks();
        int[] groups = new int[blocks.size()];
        Arrays.fill(groups, -1);
        for (int from = 0; from < blocks.size();) {
            int to = from + 1;
            while (to < blocks.size() && continues(blocks.get(to - 1), blocks.get(to))) {
                to++;
            }
            // The last part of a user's message asks.
            int end = blocks.get(from).role() == Role.USER ? to - 1 : to;
            for (int i = from; i < end; i++) {
                groups[i] = isFree(blocks.get(i)) ? from : -1;
            }
            from = to;
        }
        return new Room(groups);
    }

    private static boolean continues(Block upper, Block lower) {
        boolean isAlike = upper.role() == lower.role() && upper.form() == lower.form();
        return isAlike && (lower.role().isInstruction() || lower.role() == Role.USER && lower.joined());
    }

    private static boolean isFree(Block block) {
        String pin = block.attributes().getOrDefault(PIN, "false");
        return (block.role().isInstruction() || block.role() == Role.USER) && block.form() != Form.ITEM
                && pin.equals("false");
    }

    /// The same room, with only these places free.
    Room keeping(boolean[] isKnown) {
        return new Room(IntStream.range(0, groups.length).map(i -> isKnown[i] ? groups[i] : -1).toArray());
    }

    boolean isFree(int place) {
        return groups[place] >= 0;
    }

    /// The free places, in order.
    List<Integer> places() {
        return IntStream.range(0, groups.length).filter(this::isFree).boxed().toList();
    }

    /// The free places of the group of a place.
    List<Integer> group(int place) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0 && groups[i] == groups[place]) {
                found.add(i);
            }
        }
        return found;
    }

    /// Whether the places of a group follow each other without one that is kept between them.
    boolean isWhole(int place) {
        List<Integer> places = group(place);
        return places.getLast() - places.getFirst() == places.size() - 1;
    }
}
