package dev.cachewright.format.foreign.syntax;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tags of another format's templates, out of the way while a body is read as plain text, then put back as tags of ours.
///
/// What is no tag is text, and stays text: braces in it are escaped when the body is read.
public final class ForeignTags {

    // Noncharacters, never part of text.
    private static final char OPEN = '\uFDE0';
    private static final char CLOSE = '\uFDE1';
    private static final Pattern TOKEN = Pattern.compile(OPEN + "(\\d+)" + CLOSE);

    /// Words that are no variables in a tag of ours.
    private static final Set<String> RESERVED = Set.of("else", "this", "true", "false", "null", "undefined",
            "history");

    private final List<String> tags = new ArrayList<>();
    private final Set<String> lost = new LinkedHashSet<>();

    /// What stands for a variable.
    ///
    /// @throws InputException where its name means something else in a prompt file
    public String value(String text, int at, String name) {
        if (RESERVED.contains(name.split("\\.", 2)[0])) {
            throw InputException.at(text, at, "A variable of a prompt file cannot be called \"" + name
                    + "\": give it another name");
        }
        return token("{{" + name + "}}");
    }

    /// What stands for a tag of ours.
    public String token(String tag) {
        tags.add(tag);
        return OPEN + String.valueOf(tags.size() - 1) + CLOSE;
    }

    /// Text that is no tag.
    ///
    /// @throws InputException where it holds what stands for tags
    public static String literal(String text) {
        int at = text.indexOf(OPEN);
        if (at >= 0) {
            throw InputException.at(text, at, "The character here (U+FDE0) is part of no text: take it out");
        }
        return text;
    }

    /// What stands for tags in a text.
    static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Notes what of a text has no equal and is left out.
    void lose(String what) {
        lost.add(what);
    }

    /// What was left out, in words.
    public Set<String> lost() {
        return Set.copyOf(lost);
    }

    public boolean isEmpty() {
        return tags.isEmpty();
    }

    /// The same text, where its tags can be put back.
    ///
    /// @throws InputException at its beginning where a brace before a tag would become part of it
    public String checked(String coded) {
        Matcher token = TOKEN.matcher(coded);
        while (token.find()) {
            requireNoBrace(coded.substring(0, token.start()), tags.get(Integer.parseInt(token.group(1))));
        }
        return coded;
    }

    /// Braces before a tag are text in pairs, which are escaped; a single one would become part of the tag.
    private static void requireNoBrace(CharSequence before, String tag) {
        if (trailing(before, '{') % 2 == 1) {
            throw new InputException("A brace stands directly before " + tag
                    + ", which a prompt file cannot have: put a space between them", 1, 1);
        }
    }

    /// The prompt with its tags.
    ///
    /// @throws InputException where a brace before a tag would become part of it
    public Prompt restored(Prompt prompt) {
        return tags.isEmpty()
                ? prompt
                : prompt.withBlocks(prompt.blocks().stream().map(this::restored).toList());
    }

    private Block restored(Block block) {
        String text = block.text();
        return block.role().isMessage() && text.indexOf(OPEN) >= 0 ? block.withText(restored(text)) : block;
    }

    private String restored(String text) {
        var restored = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            restored.append(text, from, token.start());
            String tag = tags.get(Integer.parseInt(token.group(1)));
            requireNoBrace(restored, tag);
            // Of two backslashes before a tag one is text.
            restored.append(trailing(restored, '\\') > 0 ? "\\" : "").append(tag);
            from = token.end();
        }
        return restored.append(text, from, text.length()).toString();
    }

    private static int trailing(CharSequence text, char wanted) {
        int at = text.length();
        while (at > 0 && text.charAt(at - 1) == wanted) {
            at--;
        }
        return text.length() - at;
    }
}
