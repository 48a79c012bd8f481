package dev.cachewright.format.foreign.syntax;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TagScanner;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Jinja or Nunjucks template in tags of ours, where each has one that does the same: values, `if`, `elif`, `else`,
/// `for` over a list, comments, and the dash that takes white space away.
///
/// Jinja keeps the line of a tag that is alone on it, Handlebars takes it away: another line break after the tag makes up
/// for it. White space on such a line is lost, and told.
final class JinjaTemplate {

    private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}|\\{#.*?#}", Pattern.DOTALL);
    private static final Pattern OPENING = Pattern.compile("\\{[{%#]");
    private static final Pattern FOR = Pattern.compile("for\\s+(\\w+)\\s+in\\s+([\\w.]+)");
    /// Words that stand for something else in a tag of ours.
    /// Names that a tag of ours reads as something to do, where there are sections beside it.
    private static final Set<String> HELPERS = Set.of("if", "unless", "each", "with", "lookup", "role", "section",
            "json", "ifEquals", "unlessEquals");
    private static final Set<String> WORDS = Set.of("this", "else", "true", "false", "null", "undefined", "history",
            "loop", "not", "none", "None", "True", "False");

    private final String text;
    private final ForeignTags tags;
    private final Deque<Section> open = new ArrayDeque<>();
    private final Set<String> sections = new HashSet<>();
    private Optional<InputException> besideSections = Optional.empty();
    private final Deque<String> elements = new ArrayDeque<>();

    JinjaTemplate(String text, ForeignTags tags) {
        this.text = ForeignTags.literal(text);
        this.tags = tags;
    }

    /// A section that is open.
    ///
    /// @param levels that it takes in our tags: one, and one more for each further condition
    private record Section(String word, int levels) {
    }

    String coded() {
        var coded = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            coded.append(text, from, tag.start()).append(token(tag.group(), tag.start()));
            from = tag.end();
            note(text.startsWith("}", from), from,
                    "A brace stands directly after a tag, which a prompt file cannot have "
                            + "beside sections: put a space between them");
        }
        Matcher unclosed = OPENING.matcher(text);
        if (unclosed.find(from)) {
            throw fault(unclosed.start(), "The tag opened here is never closed");
        }
        if (!open.isEmpty()) {
            throw fault(text.length(), "A section is never ended before here: add {% end"
                    + (open.peek().word().equals("for") ? "for" : "if") + " %}");
        }
        return withLinesOfSections(coded.append(text.substring(from)).toString());
    }

    /// Notes what is wrong only where there are sections.
    private void note(boolean isSo, int at, String message) {
        if (isSo && besideSections.isEmpty()) {
            besideSections = Optional.of(fault(at, message));
        }
    }

    private String withLinesOfSections(String coded) {
        if (sections.isEmpty()) {
            return coded;
        }
        besideSections.ifPresent(fault -> {
            throw fault;
        });
        String[] lines = coded.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (isOfSections(lines[i])) {
                String bare = lines[i].strip();
                if (!bare.equals(lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i])) {
                    tags.lose("white space beside tags that are alone on their lines");
                }
                lines[i] = bare + (i + 1 < lines.length ? "\n" : "");
            }
        }
        return String.join("\n", lines);
    }

    /// Whether a line holds nothing but tags of sections.
    private boolean isOfSections(String line) {
        List<String> tokens = ForeignTags.tokens(line);
        String rest = line;
        for (String token : tokens) {
            rest = rest.replace(token, "");
        }
        return !tokens.isEmpty() && rest.isBlank() && sections.containsAll(tokens);
    }

    private String token(String tag, int at) {
        String inner = tag.substring(2, tag.length() - 2);
        String before = inner.startsWith("-") ? "~" : "";
        String after = inner.endsWith("-") && inner.length() > 1 ? "~" : "";
        String body = inner.substring(before.length(), inner.length() - after.length()).strip();
        if (tag.startsWith("{#")) {
            return before.isEmpty() && after.isEmpty()
                    ? ""
                    : tags.token("{{" + before + "!-- --" + after + "}}");
        }
        if (tag.startsWith("{{")) {
            return tags.token("{{" + before + path(body, at) + after + "}}");
        }
        String section = section(body, at);
        String token = tags.token("{{" + before + section + after + "}}");
        sections.add(token);
        return token;
    }

    private String section(String body, int at) {
        Matcher loop = FOR.matcher(body);
        if (body.startsWith("if ")) {
            return condition(body.substring(3).strip(), at);
        } else if (body.startsWith("elif ")) {
            Section section = pop("if", "elif", at);
            open.push(new Section("if", section.levels() + 1));
            return "else}}{{#if " + path(body.substring(5).strip(), at);
        } else if (body.equals("else")) {
            if (open.isEmpty()) {
                throw fault(at, "This else belongs to no if");
            }
            return "else";
        } else if (loop.matches()) {
            String list = path(loop.group(2), at);
            open.push(new Section("for", 1));
            elements.push(loop.group(1));
            return "#each " + list;
        } else if (body.equals("endif")) {
            Section section = open.isEmpty() || !open.peek().word().equals("unless") ? pop("if", body, at) : open.pop();
            return String.join("}}{{", Collections.nCopies(section.levels(), "/" + section.word()));
        } else if (body.equals("endfor")) {
            pop("for", body, at);
            elements.pop();
            return "/each";
        }
        throw fault(at, "A prompt file has no equal of {% " + body.split("\\s", 2)[0]
                + " %}: take it out, or write what it gives");
    }

    private String condition(String condition, int at) {
        boolean isNot = condition.startsWith("not ");
        open.push(new Section(isNot ? "unless" : "if", 1));
        return isNot ? "#unless " + path(condition.substring(4).strip(), at) : "#if " + path(condition, at);
    }

    private Section pop(String wanted, String found, int at) {
        if (open.isEmpty() || !open.peek().word().equals(wanted)) {
            throw fault(at, "This " + found + " belongs to no " + wanted);
        }
        return open.pop();
    }

    private String path(String name, int at) {
        String root = name.split("\\.", 2)[0];
        if (!TagScanner.isPath(name) || WORDS.contains(root)) {
            throw fault(at, "Only a name can stand here: prompt files have no filters, calls and comparisons. Put what "
                    + "it gives into the values");
        }
        note(HELPERS.contains(root), at,
                "A variable cannot be called \"" + root + "\" beside sections: give it another "
                        + "name");
        if (!elements.contains(root)) {
            return name;
        }
        if (!root.equals(elements.peek())) {
            throw fault(at, "\"" + root + "\" belongs to an outer loop: name it in its own loop only");
        }
        return "this" + name.substring(root.length());
    }

    private InputException fault(int at, String message) {
        return InputException.at(text, at, message);
    }
}
