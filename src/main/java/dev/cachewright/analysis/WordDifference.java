package dev.cachewright.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where two texts differ, in whole words: a time or an id that differs in one digit is one difference.
///
/// @param start in the first text, in UTF-16 units
/// @param end after the last character there
/// @param other what the second text has in its place
record WordDifference(int start, int end, String other) {

    /// White space, a word without the punctuation around it, or one character of that.
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}_](?:\\S*[\\p{L}\\p{N}_])?|\\S",
            Pattern.UNICODE_CHARACTER_CLASS);
    /// Above this, what is between the first and the last difference is one.
    private static final int MOST_WORDS = 1_500;

    /// The differences in order; none where the texts are the same.
    static List<WordDifference> of(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head && tail < b.size() - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        int start = a.subList(0, head).stream().mapToInt(String::length).sum();
        return merged(within(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), start), one);
    }

    /// Words that follow each other are one difference.
    private static List<WordDifference> merged(List<WordDifference> found, String text) {
        var merged = new ArrayList<WordDifference>();
        for (WordDifference next : found) {
            WordDifference last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && text.substring(last.end(), next.start()).isBlank()
                    && !text.substring(last.end(), next.start()).contains("\n")) {
                merged.set(merged.size() - 1, new WordDifference(last.start(), next.end(),
                        last.other() + text.substring(last.end(), next.start()) + next.other()));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static List<WordDifference> within(List<String> a, List<String> b, int start) {
        var found = new ArrayList<WordDifference>();
        if (a.isEmpty() && b.isEmpty()) {
            return found;
        }
        if (a.size() > MOST_WORDS || b.size() > MOST_WORDS) {
            String all = String.join("", a);
            return List.of(new WordDifference(start, start + all.length(), String.join("", b)));
        }
        int[][] common = common(a, b);
        int i = 0;
        int j = 0;
        int at = start;
        while (i < a.size() || j < b.size()) {
            int from = at;
            var inOther = new StringBuilder();
            while (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                at += a.get(i).length();
                from = at;
                i++;
                j++;
            }
            while (i < a.size() || j < b.size()) {
                if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                    break;
                }
                boolean isGone = j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1];
                if (isGone) {
                    at += a.get(i++).length();
                } else {
                    inOther.append(b.get(j++));
                }
            }
            if (at > from || !inOther.isEmpty()) {
                found.add(new WordDifference(from, at, inOther.toString()));
            }
        }
        return found;
    }

    /// The length of the longest common subsequence from each pair of places on.
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
