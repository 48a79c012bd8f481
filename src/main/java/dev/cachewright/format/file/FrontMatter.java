package dev.cachewright.format.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TemplateCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a prompt file before its body: licence lines, and YAML between two lines of dashes.
///
/// Keys, comments, order and line ends stay as they are; setting a key changes the bytes of that key alone.
final class FrontMatter {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(TemplateCheck.DEEPEST).build())
            .build()).build();
    // A byte order mark, comment and blank lines, then the dashes.
    private static final Pattern OPENING = Pattern
            .compile("\\A\uFEFF?(?:[ \\t]*+(?:#[^\\r\\n]*+)?(?:\\r\\n|\\n|\\r))*+---[ \\t]*(?:\\r\\n|\\n|\\r)");
    private static final Pattern CLOSING = Pattern.compile("(?m)^---[ \\t]*(?:\\r\\n|\\n|\\r|\\z)");

    // A field that need not be, within braces: YAML as SnakeYAML reads it wants quotes around the question mark.
    private static final Pattern OPTIONAL = Pattern
            .compile("([{,\\[]\\s*+)([A-Za-z_][\\w-]*+\\?(?:\\([^),]*+\\))?)(?=\\s*+:)");

    private static final String EOL = "(?:\\r\\n|\\n|\\r|\\z)";
    // A key with the text after it, and the indented lines and list items that are its value; blank lines and comments
    // between these belong to it, those after do not.
    private static final String ENTRY = "(?m)^[\"']?%s[\"']?[ \\t]*:([^\\r\\n]*)" + EOL
            + "(?:(?:[ \\t]*+(?:#[^\\r\\n]*)?(?:\\r\\n|\\n|\\r))*+(?:[ \\t]+|-[ \\t])[^\\s#][^\\r\\n]*" + EOL + ")*+";

    private final String before;
    private final String yaml;
    private final String after;
    private final JsonNode tree;

    private FrontMatter(String before, String yaml, String after, JsonNode tree) {
        this.before = before;
        this.yaml = yaml;
        this.after = after;
        this.tree = tree;
    }

    /// The front matter at the beginning of a file; an empty one where there is none.
    ///
    /// @throws InputException with line and column where it is never closed or is not a YAML mapping
    static FrontMatter read(String file) {
        Matcher opening = OPENING.matcher(file);
        if (!opening.find()) {
            String mark = file.startsWith("\uFEFF") ? "\uFEFF" : "";
            return new FrontMatter(mark, "", "", MissingNode.getInstance());
        }
        String before = opening.group();
        int line = (int) before.lines().count();
        Matcher closing = CLOSING.matcher(file);
        if (!closing.find(before.length())) {
            throw new InputException("The front matter opened here is never closed: add a line of three dashes", line,
                    1);
        }
        String yaml = file.substring(before.length(), closing.start());
        return new FrontMatter(before, yaml, closing.group(), parse(yaml, line));
    }

    private static JsonNode parse(String yaml, int lineBefore) {
        JsonNode tree = readableTree(yaml, lineBefore);
        if (tree.isMissingNode() || tree.isNull() || tree.isObject()) {
            return tree;
        }
        throw new InputException("The front matter must be \"key: value\" lines", lineBefore + 1, 1);
    }

    private static JsonNode readableTree(String yaml, int lineBefore) {
        try {
            return tree(yaml, lineBefore);
        } catch (InputException fault) {
            String quoted = OPTIONAL.matcher(yaml).replaceAll("$1\"$2\"");
            if (quoted.equals(yaml)) {
                throw fault;
            }
            try {
                return tree(quoted, lineBefore);
            } catch (InputException _) {
                throw fault;
            }
        }
    }

    private static JsonNode tree(String yaml, int lineBefore) {
        try (YAMLParser parser = YAML.getFactory().createParser(yaml)) {
            try {
                JsonNode tree = YAML.readTree(parser);
                if (tree == null) {
                    return MissingNode.getInstance();
                }
                FrontMatterCheck.check(tree, lineBefore, () -> YAML.getFactory().createParser(yaml));
                return tree;
            } catch (StreamConstraintsException _) {
                throw YamlFault.beyondLimits(parser.currentLocation(), lineBefore);
            }
        } catch (JsonProcessingException e) {
            throw YamlFault.of(e, lineBefore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The offset in the file of what these keys lead to; empty where there is no such thing.
    ///
    /// @param isKey whether the last key itself is meant, not its value
    OptionalInt placeOf(List<String> keys, boolean isKey) {
        String readable = isReadable(yaml) ? yaml : OPTIONAL.matcher(yaml).replaceAll("$1\"$2\"");
        try (YAMLParser parser = YAML.getFactory().createParser(readable)) {
            OptionalInt found = new YamlPlaces(yaml, parser).find(keys, isKey);
            return found.isPresent() ? OptionalInt.of(before.length() + found.getAsInt()) : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReadable(String yaml) {
        try {
            YAML.readTree(yaml);
            return true;
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// A fault in the value that these keys lead to.
    InputException fault(List<String> keys, String message) {
        return InputException.at(text(), placeOf(keys, false).orElse(0), message);
    }

    /// A fault in the last of these keys.
    InputException keyFault(List<String> keys, String message) {
        return InputException.at(text(), placeOf(keys, true).orElse(0), message);
    }

    /// Where its line of dashes begins, after comments; where the body does, if there is none.
    int start() {
        String lines = before.stripTrailing();
        return Math.max(Math.max(lines.lastIndexOf('\n'), lines.lastIndexOf('\r')) + 1, before.startsWith("\uFEFF")
                ? 1
                : 0);
    }

    /// How many characters of the file it takes.
    int length() {
        return before.length() + yaml.length() + after.length();
    }

    /// The whole text of the front matter.
    String text() {
        return before + yaml + after;
    }

    /// The value of a top-level key; a missing node where there is none.
    JsonNode at(String key) {
        return tree.path(key);
    }

    /// The text of a top-level key, empty where it has none.
    String textAt(String key) {
        return tree.path(key).asText("");
    }

    JsonNode tree() {
        return tree;
    }

    /// The front matter with one top-level key set, or removed where `value` is empty.
    ///
    /// @param value YAML on one line
    FrontMatter with(String key, String value, String lineEnd) {
        if (before.isBlank() || before.equals("\uFEFF")) {
            return value.isEmpty()
                    ? this
                    : reparsed(before + "---" + lineEnd, key + ": " + value + lineEnd, "---" + lineEnd);
        }
        Matcher entry = Pattern.compile(ENTRY.formatted(Pattern.quote(key))).matcher(yaml);
        if (!entry.find()) {
            return value.isEmpty() ? this : reparsed(before, yaml + key + ": " + value + lineEnd, after);
        }
        String line = value.isEmpty() ? "" : key + ": " + value + comment(entry.group(1)) + lineEnd;
        return reparsed(before, yaml.substring(0, entry.start()) + line + yaml.substring(entry.end()), after);
    }

    /// The lines of a top-level key with its value, as they are; nothing where it has none.
    Optional<String> entry(String key) {
        Matcher entry = Pattern.compile(ENTRY.formatted(Pattern.quote(key))).matcher(yaml);
        return entry.find() ? Optional.of(entry.group()) : Optional.empty();
    }

    /// The front matter with other lines for a top-level key that it has.
    FrontMatter withEntry(String key, String lines) {
        Matcher entry = Pattern.compile(ENTRY.formatted(Pattern.quote(key))).matcher(yaml);
        return entry.find()
                ? reparsed(before, yaml.substring(0, entry.start()) + lines + yaml.substring(entry.end()), after)
                : this;
    }

    /// The comment after a value with the spaces before it; a quoted text may hold the sign that begins one.
    static String comment(String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '#') {
                int start = at;
                while (start > 0 && (value.charAt(start - 1) == ' ' || value.charAt(start - 1) == '\t')) {
                    start--;
                }
                return start == at ? "" : value.substring(start);
            }
            at = c == '"' || c == '\'' ? endOfQuoted(value, at) : at;
            if (at < 0) {
                return "";
            }
        }
        return "";
    }

    /// Where a quoted text ends that begins at `from`; -1 where it does not.
    private static int endOfQuoted(String value, int from) {
        char quote = value.charAt(from);
        for (int at = from + 1; at < value.length(); at++) {
            if (value.charAt(at) == '\\' && quote == '"') {
                at++;
            } else if (value.charAt(at) == quote) {
                return at;
            }
        }
        return -1;
    }

    private static FrontMatter reparsed(String before, String yaml, String after) {
        return new FrontMatter(before, yaml, after, parse(yaml, (int) before.lines().count()));
    }
}
