package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A tag that puts a partial in its place: `{{>style}}`, `{{> style order tone="kind"}}`.
///
/// @param arguments as they are written after the name
record PartialTag(String name, String arguments) {

    /// The helper that stands for it in what the engine reads.
    static final String HELPER = "partial-of";

    private static final Pattern FORM = Pattern
            .compile("(?s)>\\s*(?:\"([^\"]*)\"|'([^']*)'|\\[([^\\]]*)\\]|([^\\s=()\"']+))(?:\\s(.*))?");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|'[^']*+'");

    /// The partial that a tag names; empty for other tags, and where it names none.
    static Optional<PartialTag> in(Tag tag) {
        if (tag.type() != Tag.Type.LOGIC || tag.body().indexOf('>') < 0) {
            return Optional.empty();
        }
        String body = tag.body().replaceFirst("^~", "").replaceFirst("~$", "").strip();
        Matcher form = FORM.matcher(body);
        if (!form.matches()) {
            return Optional.empty();
        }
        String name = IntStream.rangeClosed(1, 4).mapToObj(form::group).filter(Objects::nonNull).findFirst()
                .orElseThrow();
        return Optional.of(new PartialTag(name, Optional.ofNullable(form.group(5)).orElse("").strip()));
    }

    static PartialTag of(Tag tag) {
        return in(tag).orElse(new PartialTag("", ""));
    }

    /// Whether its arguments are nothing but literals.
    boolean isFixed() {
        return QUOTED.matcher(arguments).replaceAll("1").matches("(?:\\s*[\\w-]+\\s*=\\s*(?:\\d+|true|false))*");
    }

    /// The call of the helper.
    ///
    /// @param indent what each line of it is put behind
    String call(String indent) {
        return "{{" + HELPER + " \"" + name.replace("\"", "") + "\" \"" + indent + "\" " + arguments + "}}";
    }
}
