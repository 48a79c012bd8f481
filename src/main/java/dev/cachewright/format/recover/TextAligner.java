package dev.cachewright.format.recover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds what texts have in common, in its order, and what each has in between.
///
/// What all begin and end with is common; between, the lines that occur once in each text and in the same order, then
/// the words. No word is cut. Takes time in proportion to the text.
final class TextAligner {

    private static final int DEEPEST = 40;

    private final List<String> texts;
    private final List<Part> parts = new ArrayList<>();

    private TextAligner(List<String> texts) {
        this.texts = texts;
    }

    /// The parts of texts; put together, those of each text are the text.
    static List<Part> align(List<String> texts) {
        Map<String, Integer> distinct = new LinkedHashMap<>();
        texts.forEach(text -> distinct.putIfAbsent(text, distinct.size()));
        var aligner = new TextAligner(List.copyOf(distinct.keySet()));
        int[] from = new int[distinct.size()];
        int[] to = aligner.texts.stream().mapToInt(String::length).toArray();
        aligner.align(from, to, false, 0);
        return aligner.parts.stream().map(part -> part instanceof Part.Hole hole
                ? new Part.Hole(texts.stream().map(text -> hole.values().get(distinct.get(text))).toList())
                : part).toList();
    }

    private void align(int[] begin, int[] end, boolean isByWords, int depth) {
        int[] from = begin.clone();
        int[] to = end.clone();
        int prefix = prefix(from, to);
        fixed(texts.getFirst().substring(from[0], from[0] + prefix));
        for (int i = 0; i < from.length; i++) {
            from[i] += prefix;
        }
        int suffix = suffix(from, to);
        for (int i = 0; i < to.length; i++) {
            to[i] -= suffix;
        }
        between(from, to, isByWords, depth);
        fixed(texts.getFirst().substring(to[0], to[0] + suffix));
    }

    private void between(int[] from, int[] to, boolean isByWords, int depth) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < from.length; i++) {
            least = Math.min(least, to[i] - from[i]);
            most = Math.max(most, to[i] - from[i]);
        }
        if (most == 0) {
            return;
        }
        List<Run> runs = least == 0 || depth > DEEPEST ? List.of() : runs(from, to, isByWords);
        if (runs.isEmpty() && !isByWords && least > 0) {
            between(from, to, true, depth + 1);
        } else if (runs.isEmpty()) {
            hole(from, to);
        } else {
            int[] start = from;
            for (Run run : runs) {
                align(start, run.starts(), isByWords, depth + 1);
                fixed(texts.getFirst().substring(run.starts()[0], run.ends()[0]));
                start = run.ends();
            }
            align(start, to, isByWords, depth + 1);
        }
    }

    /// A stretch that is the same in all texts.
    private record Run(int[] starts, int[] ends) {

        boolean isSameAs(List<String> texts) {
            String first = texts.getFirst();
            int length = ends[0] - starts[0];
            for (int i = 1; i < starts.length; i++) {
                if (ends[i] - starts[i] != length || !texts.get(i).startsWith(first.substring(starts[0], ends[0]),
                        starts[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private List<Run> runs(int[] from, int[] to, boolean isByWords) {
        var pieces = new ArrayList<List<Words.Span>>();
        for (int i = 0; i < from.length; i++) {
            pieces.add(isByWords
                    ? Words.words(texts.get(i), from[i], to[i])
                    : Words.lines(texts.get(i), from[i], to[i]));
        }
        var anchors = Anchors.of(texts, pieces);
        var runs = new ArrayList<Run>();
        for (int k = 0; k < anchors.size(); k++) {
            Run next = run(anchors, k);
            Run between = runs.isEmpty() ? next : new Run(runs.getLast().ends(), next.starts());
            if (!runs.isEmpty() && between.isSameAs(texts)) {
                runs.set(runs.size() - 1, new Run(runs.getLast().starts(), next.ends()));
            } else {
                runs.add(next);
            }
        }
        runs.removeIf(run -> !says(run, isByWords));
        return runs;
    }

    private Run run(Anchors anchors, int anchor) {
        int[] starts = new int[texts.size()];
        int[] ends = new int[texts.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = anchors.start(anchor, i);
            ends[i] = starts[i] + anchors.length(anchor);
        }
        return new Run(starts, ends);
    }

    /// Whether a stretch is text of the template, rather than a word that values happen to share.
    private boolean says(Run run, boolean isByWords) {
        String text = texts.getFirst().substring(run.starts()[0], run.ends()[0]);
        if (!isByWords) {
            return text.chars().filter(Character::isLetterOrDigit).count() > 2;
        }
        int words = Words.words(text, 0, text.length()).size();
        int wanted = texts.size() < 4 ? 4 : texts.size() < 10 ? 3 : texts.size() < 40 ? 2 : 1;
        return words >= wanted || text.startsWith("<") || isLabel(run);
    }

    private boolean isLabel(Run run) {
        for (int i = 0; i < run.ends().length; i++) {
            String text = texts.get(i);
            int end = run.ends()[i];
            if (end >= text.length() || text.charAt(end) != ':' && text.charAt(end) != '=') {
                return false;
            }
        }
        return true;
    }

    private int prefix(int[] from, int[] to) {
        return common(from, to, from, 1);
    }

    private int suffix(int[] from, int[] to) {
        return common(from, to, to, -1);
    }

    /// How many characters all texts share between `from` and `to`, read from `at` on in one direction, to a boundary.
    private int common(int[] from, int[] to, int[] at, int direction) {
        String first = texts.getFirst();
        int before = direction > 0 ? 0 : -1;
        int length = to[0] - from[0];
        for (int i = 1; i < from.length; i++) {
            String text = texts.get(i);
            int most = Math.min(length, to[i] - from[i]);
            int same = 0;
            while (same < most && first.charAt(at[0] + before + direction * same) == text.charAt(
                    at[i] + before + direction * same)) {
                same++;
            }
            length = same;
        }
        while (length > 0 && !areBoundaries(at, direction * length)) {
            length--;
        }
        return length;
    }

    private boolean areBoundaries(int[] at, int shift) {
        for (int i = 0; i < at.length; i++) {
            if (!Words.isBoundary(texts.get(i), at[i] + shift)) {
                return false;
            }
        }
        return true;
    }

    private void fixed(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast() instanceof Part.Fixed(String before)) {
            parts.set(parts.size() - 1, new Part.Fixed(before + text));
        } else {
            parts.add(new Part.Fixed(text));
        }
    }

    private void hole(int[] from, int[] to) {
        var values = new ArrayList<String>();
        for (int i = 0; i < from.length; i++) {
            values.add(texts.get(i).substring(from[i], to[i]));
        }
        parts.add(new Part.Hole(values));
    }
}
