package dev.cachewright.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where two texts differ, in whole words: a time or an id that differs in one digit is one difference.
///
/// @param start in the first text, in UTF-16 units
/// @param end after the last character there
/// @param other what the second text has in its place
public record WordDifference(int start, int end, String other) {

    /// White space, a word without the punctuation around it, or one character of that.
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}_](?:\\S*[\\p{L}\\p{N}_])?|\\S",
            Pattern.UNICODE_CHARACTER_CLASS);
    /// Above this, what is between the first and the last difference is one.
    private static final int MOST_WORDS = 1_500;

    /// The differences in order; none where the texts are the same.
    public static List<WordDifference> of(String one, String other) {
        var found = new ArrayList<WordDifference>();
        int at = 0;
        int from = 0;
        var added = new StringBuilder();
        for (ListDifference.Step step : ListDifference.of(words(one), words(other),
                (a, b) -> a.size() > MOST_WORDS || b.size() > MOST_WORDS)) {
            switch (step.change()) {
                case SAME -> {
                    addTo(found, from, at, added);
                    at += step.element().length();
                    from = at;
                }
                case REMOVED -> at += step.element().length();
                case ADDED -> added.append(step.element());
            }
        }
        addTo(found, from, at, added);
        return merged(found, one);
    }

    private static void addTo(List<WordDifference> found, int from, int to, StringBuilder added) {
        if (to > from || !added.isEmpty()) {
            found.add(new WordDifference(from, to, added.toString()));
            added.setLength(0);
        }
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
}
