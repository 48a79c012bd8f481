package dev.cachewright.format.recover;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names for what varies, after the text around it.
final class Label {

    private static final int NEAR = 60;
    private static final Pattern FIELD = Pattern.compile(
            "(?:^|[^A-Za-z0-9_ ])[ \\t]*([A-Za-z][A-Za-z0-9_]*(?:[ _-][A-Za-z0-9_]+){0,2})[\"'`*]*[ \\t]*[:=#][ \\t]*[\"'`*\\\\]*$");
    private static final Pattern TAG = Pattern.compile("<([A-Za-z][A-Za-z0-9_:-]*)>\\s*$");
    private static final Pattern LAST_WORD = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)[ \"'`#(]*$");
    private static final Pattern TIME = Pattern.compile("(?s).{0,40}(?:\\d\\d?:\\d\\d|\\d{4}-\\d\\d-\\d\\d).*");

    private Label() {
    }

    /// @param before the text before it; empty where it begins a block
    /// @param fallback where the text gives no name
    static String of(String before, List<String> values, String fallback) {
        String near = before.substring(Math.max(0, before.length() - NEAR));
        Matcher tag = TAG.matcher(near);
        if (tag.find()) {
            return identifier(tag.group(1));
        }
        Matcher field = FIELD.matcher(near);
        if (field.find()) {
            return identifier(field.group(1));
        }
        if (values.stream().filter(value -> !value.isEmpty()).allMatch(value -> value.length() < 80 && TIME.matcher(
                value).matches())) {
            return "time";
        }
        Matcher word = LAST_WORD.matcher(near);
        return word.find() && values.stream().allMatch(value -> value.length() < 80)
                ? identifier(word.group(1))
                : fallback;
    }

    /// The first word of a text as a name; `fallback` where it has none.
    static String firstWord(String text, String fallback) {
        Matcher word = Pattern.compile("[A-Za-z][A-Za-z0-9]*").matcher(text);
        return word.find() ? identifier(word.group()) : fallback;
    }

    private static String identifier(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
