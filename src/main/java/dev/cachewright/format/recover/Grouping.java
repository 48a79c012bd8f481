package dev.cachewright.format.recover;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Sorts calls by what one prompt can hold.
final class Grouping {

    private Grouping() {
    }

    /// Those with the same frame, and those whose frame no other has, such as tools in another order each time; of them those with the same blocks, or all as a conversation where they differ in
    /// length.
    static List<Group> of(List<ReadCall> calls) {
        Map<List<Object>, List<ReadCall>> frames = new LinkedHashMap<>();
        calls.forEach(call -> frames.computeIfAbsent(call.frame(), _ -> new ArrayList<>()).add(call));
        var groups = new ArrayList<Group>();
        Map<List<Object>, List<ReadCall>> loose = new LinkedHashMap<>();
        for (List<ReadCall> frame : frames.values()) {
            if (frame.size() > 1) {
                add(frame, groups);
            } else {
                loose.computeIfAbsent(frame.getFirst().looseFrame(), _ -> new ArrayList<>()).add(frame.getFirst());
            }
        }
        loose.values().forEach(frame -> add(frame, groups));
        return groups;
    }

    private static void add(List<ReadCall> frame, List<Group> groups) {
        SequencedMap<List<Block>, List<ReadCall>> structures = new LinkedHashMap<>();
        frame.forEach(call -> structures.computeIfAbsent(call.structure(), _ -> new ArrayList<>()).add(call));
        boolean isOneLength = structures.keySet().stream().map(List::size).distinct().count() == 1;
        if (isOneLength) {
            structures.forEach((blocks, same) -> groups.add(new Group(same, blocks.size(), 0)));
        } else {
            conversation(structures, frame, groups);
        }
    }

    /// Calls of several lengths: the instructions and the first message are the template where all have them.
    private static void conversation(SequencedMap<List<Block>, List<ReadCall>> structures, List<ReadCall> frame,
            List<Group> groups) {
        ReadCall first = frame.getFirst();
        int leading = first.leading();
        List<Block> blocks = structures.firstEntry().getKey();
        int shared = leading;
        int least = structures.keySet().stream().mapToInt(List::size).min().orElse(0);
        // A loop over no turns would be an empty message; an item that a row does not have is none.
        boolean isText = structures.keySet().stream().allMatch(other -> other.subList(leading, other.size()).stream()
                .allMatch(block -> block.form() == Form.TEXT));
        int most = isText ? least - 1 : least;
        while (shared < most && isMessageOfItsOwn(structures, blocks, shared) && (shared == leading || blocks.get(
                shared - 1).role().isInstruction())) {
            shared++;
        }
        boolean isAlike = structures.keySet().stream()
                .allMatch(other -> other.subList(0, leading).equals(blocks.subList(
                        0, leading)));
        if (isAlike) {
            groups.add(new Group(frame, shared, shared - leading));
        } else {
            structures.forEach((own, same) -> groups.add(new Group(same, own.size(), 0)));
        }
    }

    private static boolean isMessageOfItsOwn(SequencedMap<List<Block>, List<ReadCall>> structures, List<Block> blocks,
            int at) {
        return structures.keySet().stream().allMatch(other -> other.get(at).equals(blocks.get(at)) && !other.get(at)
                .joined() && (at + 1 == other.size() || !other.get(at + 1).joined()));
    }
}
