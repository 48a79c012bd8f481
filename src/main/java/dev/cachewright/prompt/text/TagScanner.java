package dev.cachewright.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the tags of a template, as the lexer of handlebars.js sees them.
public final class TagScanner {

    private static final Pattern PATH = Pattern.compile("(?:@(?!(?:index|first|last|key|root)\\b))?"
            + "[A-Za-z_][\\w-]*+(?:\\.[A-Za-z_][\\w-]*+)*+");
    private static final int MOST = 1_000_000;
    private static final Set<String> WORDS_OF_LOGIC = Set.of("else", "this", "true", "false", "null", "undefined",
            "history");

    private final Text text;
    private final List<Tag> tags = new ArrayList<>();
    private int position;

    private TagScanner(Text text) {
        this.text = text;
    }

    /// The tags of a text, and what is wrong after the last of them.
    public record Found(List<Tag> tags, Optional<InputException> fault) {
    }

    static Found scan(Text text) {
        int first = text.openBraces(0);
        return first < 0 ? new Found(List.of(), Optional.empty()) : new TagScanner(text).scanFrom(first);
    }

    private Found scanFrom(int first) {
        for (int open = first; open >= 0; open = text.openBraces(position)) {
            int slashes = backslashesBefore(open);
            if (tags.size() == MOST) {
                return new Found(List.copyOf(tags), Optional.of(InputException.at(text.toString(), open,
                        "There are more than a million tags up to here: give rows of values instead")));
            }
            if (slashes == 1) {
                tags.add(new Tag(Tag.Type.ESCAPE, open - 1, open + 2, "{{"));
                position = open + 2;
            } else if (!addTag(open, slashes > 1 ? open - 1 : open)) {
                return new Found(List.copyOf(tags), Optional.of(unclosed(open)));
            }
        }
        return new Found(List.copyOf(tags), Optional.empty());
    }

    private int backslashesBefore(int open) {
        int at = open;
        while (at > position && text.charAt(at - 1) == '\\') {
            at--;
        }
        return open - at;
    }

    /// @param start one before `open` where there are two backslashes: the lexer drops one and reads the tag
    /// @return whether the tag is closed
    private boolean addTag(int open, int start) {
        boolean isLongComment = text.startsWith("{{!--", open) || text.startsWith("{{~!--", open);
        String close = isLongComment ? "--}}" : text.startsWith("{{{", open) ? "}}}" : "}}";
        int at = text.indexOf(close, open + 2);
        int trimming = isLongComment ? text.indexOf("--~}}", open + 2) : -1;
        boolean isTrimming = trimming >= 0 && (at < 0 || trimming < at);
        if (at < 0 && !isTrimming) {
            return false;
        }
        int end = isTrimming ? trimming + "--~}}".length() : at + close.length();
        String body = text.substring(open + 2, isTrimming ? trimming + "--~".length() : at).strip();
        tags.add(new Tag(typeOf(body), start, end, body));
        position = end;
        return true;
    }

    private static Tag.Type typeOf(String body) {
        if (body.startsWith("!") || body.startsWith("~!")) {
            return Tag.Type.COMMENT;
        }
        boolean isValue = isPath(body) && !WORDS_OF_LOGIC.contains(body) && !body.startsWith("this.");
        return isValue ? Tag.Type.VALUE : Tag.Type.LOGIC;
    }

    /// Whether this is a plain or dotted name; one with an `@` is known to the program that runs the prompt, as `@state.x`.
    public static boolean isPath(String word) {
        return PATH.matcher(word).matches();
    }

    private InputException unclosed(int open) {
        return InputException.at(text.toString(), open,
                "The tag opened here is never closed: add \"}}\", or write \"\\{{\" for plain braces");
    }
}
