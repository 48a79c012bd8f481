package dev.cachewright.advice.text;

import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Telling;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.VariableEdits.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What of a block changes, as people would name it: each text once, and a date beside a time as one with it.
///
/// @param texts in their order, those that are known to change first
record Named(Block block, List<String> texts) {

    /// Characters between a date and its time: `2026-11-28, at 09:41`.
    private static final int NEAR = 5;

    /// @param first stretches that are named in any case, but for those beside one that is
    /// @param more named after them
    static Named of(Block block, List<Stretch> first, List<Stretch> more) {
        var named = new ArrayList<Stretch>();
        Stream.concat(first.stream(), more.stream())
                .filter(stretch -> named.stream().noneMatch(other -> areOne(block, other, stretch)))
                .forEach(named::add);
        SequencedSet<String> texts = new LinkedHashSet<>();
        named.forEach(stretch -> texts.add(Spot.of(block, stretch).text()));
        return new Named(block, List.copyOf(texts));
    }

    /// Variables have names of their own.
    private static boolean areOne(Block block, Stretch one, Stretch other) {
        if (isVariable(block, one) && isVariable(block, other)) {
            return one.equals(other);
        }
        int from = Math.min(one.end(), other.end());
        int to = Math.max(one.start(), other.start());
        return to <= from || to - from <= NEAR && block.content().substring(from, to).chars()
                .noneMatch(c -> c == '\n' || Character.isDigit(c));
    }

    private static boolean isVariable(Block block, Stretch stretch) {
        return block.content().substring(stretch.start(), stretch.end()).startsWith("{{");
    }

    /// @param subject what the words begin with
    /// @param places that change
    Telling telling(String key, String subject, int places) {
        return Telling.of(key, subject, block.name(), places, texts.size() < 2 ? "" : texts.get(1), texts.size());
    }
}
