package dev.cachewright.prompt.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// What a template may not hold: tags inside each other without end, and tags that reach beyond its values.
public final class TemplateCheck {

    /// How deep sections, brackets, the steps of a name and the values that they reach go at most.
    public static final int DEEPEST = 100;

    /// How many tags a prompt has at most where there is logic among them: the engine takes some 50 microseconds and
    /// 10 kB for each.
    public static final int MOST_WITH_LOGIC = 150_000;

    private static final Pattern OPENING = Pattern.compile("^[{~&]+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|'[^']*+'");

    private final Text text;
    private final Deque<Section> open = new ArrayDeque<>();
    private int depth;

    private TemplateCheck(Text text) {
        this.text = text;
    }

    /// A section that is open.
    ///
    /// @param levels that it takes: one, and one more for each `else` with a condition
    private record Section(Tag tag, int levels) {

        Section deeper() {
            return new Section(tag, levels + 1);
        }
    }

    /// @throws InputException with the line and column of the first tag that cannot be used
    public static void check(Text text, List<Tag> tags) {
        requireFew(hasLogic(tags) ? tags.size() : 0, text, tags);
        var check = new TemplateCheck(text);
        tags.forEach(check::check);
        if (!check.open.isEmpty()) {
            throw check.at(check.open.peek().tag(), "The section opened here is never closed");
        }
    }

    /// Whether there is more among them than values, so that they go through the engine.
    public static boolean hasLogic(List<Tag> tags) {
        return tags.stream().anyMatch(tag -> tag.type() == Tag.Type.LOGIC || tag.type() == Tag.Type.COMMENT);
    }

    /// @param count of the tags of the prompt that go through the engine, up to the last of these
    /// @throws InputException with the place of the first that is too many
    public static void requireFew(int count, Text text, List<Tag> tags) {
        if (count > MOST_WITH_LOGIC) {
            Tag first = tags.get(Math.max(0, tags.size() - (count - MOST_WITH_LOGIC)));
            throw InputException.at(text.toString(), first.start(), "There are more than 150,000 tags up to here, and "
                    + "logic or comments among them: give rows of values instead");
        }
    }

    private void check(Tag tag) {
        if (tag.type() == Tag.Type.VALUE || tag.type() == Tag.Type.LOGIC) {
            checkName(tag);
        }
        if (tag.type() == Tag.Type.LOGIC) {
            String body = OPENING.matcher(tag.body()).replaceFirst("").strip();
            checkReach(tag, body);
            checkDepth(tag, body);
        }
    }

    private void checkName(Tag tag) {
        int steps = 0;
        int brackets = 0;
        String body = QUOTED.matcher(tag.body()).replaceAll("");
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            steps = Character.isWhitespace(c) ? 0 : c == '.' || c == '/' ? steps + 1 : steps;
            brackets += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (steps >= DEEPEST || brackets > DEEPEST) {
                throw at(tag, "This tag goes deeper than " + DEEPEST + " levels: shorten it");
            }
        }
    }

    private void checkReach(Tag tag, String body) {
        if (body.startsWith("#>") || body.startsWith("*") || body.startsWith("#*")) {
            throw at(tag, "A partial has a file of its own here: write {{>name}} for the text of _name.prompt");
        }
        if (body.startsWith(">") && body.substring(1).strip().startsWith("(")) {
            throw at(tag, "A partial is named as it is: write {{>name}} for the text of _name.prompt");
        }
        if (body.startsWith("=")) {
            throw at(tag, "The braces of tags cannot be changed: write \"{{\" and \"}}\"");
        }
    }

    private void checkDepth(Tag tag, String body) {
        if (body.startsWith("/")) {
            depth -= open.isEmpty() ? 0 : open.pop().levels();
            return;
        }
        boolean opens = body.startsWith("#") || body.startsWith("^") && body.length() > 1;
        boolean isFurther = body.startsWith("else ") && !open.isEmpty();
        if (opens || isFurther) {
            open.push(opens ? new Section(tag, 1) : open.pop().deeper());
            depth++;
        }
        if (depth > DEEPEST) {
            throw at(tag, "More than " + DEEPEST + " sections are open here, each inside the one before: "
                    + "close some before this one");
        }
    }

    private InputException at(Tag tag, String message) {
        return InputException.at(text.toString(), tag.start(), message);
    }
}
