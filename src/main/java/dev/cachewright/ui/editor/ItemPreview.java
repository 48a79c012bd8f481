package dev.cachewright.ui.editor;

import dev.cachewright.prompt.text.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the JSON of a tool call, a result or another item is about, in one line: it is searched, not read, since it may be
/// long or wrong.
final class ItemPreview {

    private static final int MOST = 2_000;
    private static final String STRING = "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,200}+)";
    private static final Pattern NAME = Pattern.compile("\"name" + STRING);
    private static final Pattern INPUT = Pattern.compile(
            "\"(?:arguments|input)(?:" + STRING + "|\"\\s*:\\s*(\\{.{0,200}))",
            Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"(?:content|output|text|thinking)" + STRING);

    private ItemPreview() {
    }

    static String of(Text item) {
        String json = item.substring(0, Math.min(item.length(), MOST));
        Matcher name = NAME.matcher(json);
        Matcher text = TEXT.matcher(json);
        if (name.find()) {
            Matcher input = INPUT.matcher(json);
            String arguments = !input.find() ? "" : input.group(1) == null ? input.group(2) : input.group(1);
            return plain(name.group(1) + " " + arguments);
        }
        return plain(text.find() ? text.group(1) : json);
    }

    private static String plain(String text) {
        return text.replace("\\n", " ").replace("\\\"", "\"").replaceAll("\\s+", " ").strip();
    }
}
