package dev.cachewright.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The first of many things, and how many there are beside them: what is said stays short, however large a file is.
public final class FewWords {

    /// How many are said one by one.
    public static final int FEW = 10;

    private FewWords() {
    }

    /// In one sentence: `q, place, and 97 more`.
    public static String list(List<String> all) {
        return String.join(", ", lines(all, Function.identity()));
    }

    /// A line for each of the first, and one for the rest: `and 97 more`.
    ///
    /// @param words are asked for those that are said only
    public static <T> List<String> lines(List<T> all, Function<T, String> words) {
        var lines = new ArrayList<>(all.stream().limit(FEW).map(words).toList());
        if (all.size() > FEW) {
            lines.add(more(all.size() - (long) FEW));
        }
        return lines;
    }

    public static String more(long count) {
        return Texts.format("few.more", count);
    }
}
