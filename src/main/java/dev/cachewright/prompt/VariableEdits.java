package dev.cachewright.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns text of blocks into variables. The text becomes the default of its variable, so that the request stays the same.
public final class VariableEdits {

    private static final Pattern WORD_BEFORE = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)[^A-Za-z0-9\\n]*$");
    private static final Pattern TIME = Pattern.compile(".*(?:\\d\\d?:\\d\\d|\\d{4}-\\d\\d).*", Pattern.DOTALL);
    private static final Set<String> TAKEN = Set.of("if", "else", "each", "unless", "with", "this", "role", "media",
            "history", "section", "json", "is", "the", "at", "on", "of");

    private VariableEdits() {
    }

    /// A stretch of the content of a block, in UTF-16 units.
    public record Stretch(String blockId, int start, int end) {
    }

    /// Whether a stretch can become a variable: some text, without tags, of a block that is a template.
    public static boolean canMake(Prompt prompt, Stretch stretch) {
        return prompt.block(stretch.blockId()).filter(block -> block.role().isMessage() && block.form() != Form.ITEM)
                .filter(block -> stretch.start() < stretch.end() && stretch.end() <= block.content().length())
                .map(block -> block.content().substring(stretch.start(), stretch.end()))
                .filter(text -> !text.isBlank() && !text.contains("{{")).isPresent();
    }

    /// The prompt with a variable in the place of each stretch that can become one; the same text in two places becomes
    /// the same variable. The same prompt where none can.
    public static Prompt make(Prompt prompt, List<Stretch> stretches) {
        List<Stretch> wanted = stretches.stream().filter(stretch -> canMake(prompt, stretch))
                .sorted(Comparator.comparingInt((Stretch stretch) -> prompt.indexOf(stretch.blockId()))
                        .thenComparingInt(Stretch::start))
                .toList();
        Prompt result = prompt;
        List<String> names = new ArrayList<>();
        for (Stretch stretch : wanted) {
            Block block = prompt.block(stretch.blockId()).orElseThrow();
            String text = block.content().substring(stretch.start(), stretch.end());
            names.add(name(result, block, stretch, text));
            result = result.withDefault(names.getLast(), text);
        }
        // From the end on, so that those before keep their places.
        for (int i = wanted.size() - 1; i >= 0; i--) {
            Stretch stretch = wanted.get(i);
            String tag = "{{" + names.get(i) + "}}";
            result = result.with(stretch.blockId(), old -> old.withContent(old.content().replace(stretch.start(),
                    stretch.end() - stretch.start(), tag)));
        }
        return result;
    }

    /// After the word before it: `Session 8f3a` is a session.
    private static String name(Prompt prompt, Block block, Stretch stretch, String text) {
        for (var known : prompt.defaults().entrySet()) {
            if (known.getValue().equals(text)) {
                return known.getKey();
            }
        }
        Matcher before = WORD_BEFORE.matcher(block.content().substring(Math.max(0, stretch.start() - 80),
                stretch.start()));
        String word = before.find() ? before.group(1).toLowerCase(Locale.ROOT) : "";
        String stem = !word.isEmpty() && !TAKEN.contains(word) ? word : TIME.matcher(text).matches() ? "time"
                : block.role() == Role.USER ? "question" : "value";
        Set<String> used = new LinkedHashSet<>(prompt.defaults().keySet());
        prompt.blocks().forEach(each -> used.addAll(each.template().variables()));
        String name = stem;
        for (int i = 2; used.contains(name); i++) {
            name = stem + i;
        }
        return name;
    }
}
