package dev.cachewright.format.foreign.syntax;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TagScanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a format writes variables into its texts.
public enum Dialect {

    /// Not at all: braces are text.
    LITERAL {
        @Override
        public String coded(String text, ForeignTags tags) {
            return ForeignTags.literal(text);
        }
    },

    /// `{{name}}`; any other braces are text.
    NAMES {
        @Override
        public String coded(String text, ForeignTags tags) {
            return replaced(text, NAME, tags);
        }
    },

    /// Jinja, as far as it is the same in Handlebars.
    JINJA {
        @Override
        public String coded(String text, ForeignTags tags) {
            return new JinjaTemplate(text, tags).coded();
        }
    },

    /// Python's f-strings: `{name}`, and two braces for one.
    F_STRING {
        @Override
        public String coded(String text, ForeignTags tags) {
            return fString(text, tags);
        }
    };

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w.-]*+)\\s*}}");
    private static final Pattern FIELD = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");

    /// `text` with a token for each tag.
    ///
    /// @throws InputException with line and column in `text` of a tag that has no equal
    public abstract String coded(String text, ForeignTags tags);

    private static String replaced(String text, Pattern pattern, ForeignTags tags) {
        Matcher found = pattern.matcher(ForeignTags.literal(text));
        return found.replaceAll(each -> Matcher.quoteReplacement(TagScanner.isPath(each.group(1))
                ? tags.value(text, each.start(), each.group(1))
                : each.group()));
    }

    private static String fString(String text, ForeignTags tags) {
        Matcher found = FIELD.matcher(ForeignTags.literal(text));
        return found.replaceAll(each -> {
            if (each.group().length() == 2 && each.group().charAt(0) == each.group().charAt(1)) {
                return each.group().substring(1);
            }
            String name = each.group(1) == null ? "" : each.group(1).strip();
            if (!TagScanner.isPath(name)) {
                throw InputException.at(text, each.start(), "Only a name can stand between these braces; for a brace "
                        + "of the text write two of them");
            }
            return Matcher.quoteReplacement(tags.value(text, each.start(), name));
        });
    }
}
