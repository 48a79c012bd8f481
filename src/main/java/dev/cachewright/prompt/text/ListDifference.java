package dev.cachewright.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// The fewest elements that are taken away and added to make one list of another: the one answer for lines and words.
final class ListDifference {

    private ListDifference() {
    }

    /// What becomes of an element.
    enum Change {
        SAME, REMOVED, ADDED
    }

    /// An element of either list; one that is the same stands once.
    record Step(Change change, String element) {
    }

    /// The steps in reading order.
    ///
    /// @param isTooLong whether what is between the common beginning and the common end is too much to be weighed; then
    /// all of it is taken away and added
    static List<Step> of(List<String> before, List<String> after, BiPredicate<List<String>, List<String>> isTooLong) {
        int shortest = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shortest && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shortest - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> old = before.subList(head, before.size() - tail);
        List<String> now = after.subList(head, after.size() - tail);
        var steps = new ArrayList<Step>();
        add(steps, Change.SAME, before.subList(0, head));
        if (isTooLong.test(old, now)) {
            add(steps, Change.REMOVED, old);
            add(steps, Change.ADDED, now);
        } else {
            addChanged(steps, old, now);
        }
        add(steps, Change.SAME, before.subList(before.size() - tail, before.size()));
        return steps;
    }

    private static void addChanged(List<Step> steps, List<String> old, List<String> now) {
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                steps.add(new Step(Change.SAME, old.get(i++)));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                steps.add(new Step(Change.REMOVED, old.get(i++)));
            } else {
                steps.add(new Step(Change.ADDED, now.get(j++)));
            }
        }
    }

    /// How many elements both have in common from each pair of places on.
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Step> steps, Change change, List<String> elements) {
        elements.forEach(element -> steps.add(new Step(change, element)));
    }
}
