package dev.cachewright.advice.settings;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.VariableEdits.Stretch;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name for an application by the words of its instructions, in whatever order they stand: the same for all its
/// requests, and after an edit that moves text.
final class StableName {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_]{3,}");
    private static final Pattern TAG = Pattern.compile("\\{\\{[^}]*}}");
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int DIGITS = 8;

    private StableName() {
    }

    /// @param volatileText what changes, and so does not belong to the name
    static String of(Prompt prompt, List<Stretch> volatileText) {
        long sum = 0;
        for (Block block : prompt.blocks()) {
            if (block.role().isInstruction()) {
                sum += sumOf(still(block, volatileText));
            }
        }
        return String.format("%016x", sum * FACTOR).substring(0, DIGITS);
    }

    private static String still(Block block, List<Stretch> volatileText) {
        var text = new StringBuilder(block.text());
        volatileText.reversed().stream().filter(stretch -> stretch.blockId().equals(block.id()))
                .forEach(stretch -> text.delete(stretch.start(), stretch.end()));
        return TAG.matcher(text).replaceAll(" ");
    }

    private static long sumOf(String text) {
        long sum = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            long hash = word.group().hashCode() * FACTOR;
            sum += hash ^ hash >>> Integer.SIZE;
        }
        return sum;
    }
}
