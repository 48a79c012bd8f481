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
        return new LineDifference(ListDifference.of(before.lines().toList(), after.lines().toList(),
                (old, now) -> (long) old.size() * now.size() > MOST_PAIRS).stream()
                .map(step -> new Line(Change.valueOf(step.change().name()), step.element())).toList());
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
