package dev.cachewright.prompt.text;

import java.util.ArrayList;
import java.util.List;

/// How two texts differ line by line: the fewest lines taken away and added, in reading order.
///
/// @param lines all lines of both texts; those that are the same stand once
public record LineDifference(List<Line> lines) {

    /// The most pairs of lines that are weighed against each other; beyond, all that differs is taken as rewritten.
    private static final long MOST_PAIRS = 4_000_000;

    public LineDifference {
        lines = List.copyOf(lines);
    }

    /// What became of a line; a gap stands for lines that are the same and left out.
    public enum Change {
        SAME, REMOVED, ADDED, GAP
    }

    /// @param text without its line break
    public record Line(Change change, String text) {
    }

    public static LineDifference of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int shortest = Math.min(old.size(), now.size());
        int start = 0;
        while (start < shortest && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        var lines = new ArrayList<Line>();
        add(lines, Change.SAME, old.subList(0, start));
        addChanged(lines, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
        add(lines, Change.SAME, old.subList(old.size() - end, old.size()));
        return new LineDifference(lines);
    }

    private static void addChanged(List<Line> lines, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST_PAIRS) {
            add(lines, Change.REMOVED, old);
            add(lines, Change.ADDED, now);
            return;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Change.SAME, old.get(i++)));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Change.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Change.ADDED, now.get(j++)));
            }
        }
    }

    /// How many lines both have in common from each pair of places on.
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

    private static void add(List<Line> lines, Change change, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(change, text)));
    }

    public boolean isNone() {
        return lines.stream().allMatch(line -> line.change() == Change.SAME);
    }

    /// Only what changed, with so many lines around it; a gap stands for what is left out.
    public LineDifference around(int context) {
        var shown = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            List<Line> near = lines.subList(Math.max(0, i - context), Math.min(lines.size(), i + context + 1));
            if (near.stream().anyMatch(line -> line.change() != Change.SAME)) {
                shown.add(lines.get(i));
            } else if (shown.isEmpty() || shown.getLast().change() != Change.GAP) {
                shown.add(new Line(Change.GAP, ""));
            }
        }
        return new LineDifference(shown);
    }
}
