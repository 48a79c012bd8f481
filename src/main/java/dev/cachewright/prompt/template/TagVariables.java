package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.TagScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The variables that the tags of a template take from the row itself, not from an element of a list.
public final class TagVariables {

    private static final Set<String> WORDS = Set.of("this", "true", "false", "null", "undefined", "else", "as",
            "history");
    private static final Set<String> INNER_SCOPES = Set.of("each", "with");
    private static final String ROOT = "@root.";
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|'[^']*+'");

    private final Function<String, List<String>> ofPartial;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> names = new ArrayList<>();

    private TagVariables(Function<String, List<String>> ofPartial) {
        this.ofPartial = ofPartial;
    }

    /// The names in the order of their use, those of partials included.
    public static List<String> of(List<Tag> tags, Partials partials) {
        return of(tags, partials::variables);
    }

    /// @param ofPartial the variables of a partial by its name
    static List<String> of(List<Tag> tags, Function<String, List<String>> ofPartial) {
        var variables = new TagVariables(ofPartial);
        tags.forEach(variables::read);
        return variables.names;
    }

    private void read(Tag tag) {
        switch (tag.type()) {
            case VALUE -> addName(tag.body());
            case LOGIC -> PartialTag.in(tag).ifPresentOrElse(this::readPartial,
                    () -> readLogic(QUOTED.matcher(tag.body()).replaceAll("\"\"").replaceAll("[~&{}]", "").strip()));
            case ESCAPE, COMMENT -> {
            }
        }
    }

    private void readLogic(String body) {
        if (body.startsWith("/")) {
            open.poll();
        } else if (body.startsWith("#") || body.startsWith("^") && body.length() > 1) {
            String[] words = body.substring(1).strip().split("\\s+");
            if (words.length == 1) {
                addName(words[0]);
            }
            addParameters(words, 1);
            open.push(body.startsWith("#") ? words[0] : "else");
        } else if (body.equals("^") || body.matches("(?s)else(\\s.*)?")) {
            readElse(body);
        } else {
            String[] words = body.split("\\s+");
            if (words.length == 1) {
                addName(words[0]);
            }
            addParameters(words, 1);
        }
    }

    /// The other branch is outside the scope of its section; one with a condition is a section of its own.
    private void readElse(String body) {
        open.poll();
        String chained = body.replaceFirst("^(else|\\^)\\s*", "");
        if (chained.isEmpty()) {
            open.push("else");
        } else {
            readLogic("#" + chained);
        }
    }

    /// What its arguments name, and what it names itself where that is in the same values.
    private void readPartial(PartialTag partial) {
        String[] words = QUOTED.matcher(partial.arguments()).replaceAll("\"\"").split("\\s+(?!=)(?<!=)");
        addParameters(words, 0);
        var given = new HashSet<String>();
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign < 0 && !word.isEmpty()) {
                return;
            }
            given.add(sign < 0 ? "" : word.substring(0, sign).strip());
        }
        ofPartial.apply(partial.name()).stream().filter(name -> !given.contains(name.split("\\.")[0]))
                .forEach(this::addName);
    }

    /// All words from one on: those before it name the helper, as does what begins a bracket.
    private void addParameters(String[] words, int first) {
        for (int i = first; i < words.length; i++) {
            String word = words[i].substring(words[i].indexOf('=') + 1).strip();
            if (!word.startsWith("(")) {
                addName(word.replace(")", ""));
            }
        }
    }

    private void addName(String word) {
        if (word.startsWith(ROOT)) {
            addRowName(word.substring(ROOT.length()));
            return;
        }
        boolean isInner = !word.startsWith("@") && open.stream().anyMatch(INNER_SCOPES::contains);
        if (!isInner) {
            addRowName(word);
        }
    }

    private void addRowName(String word) {
        if (TagScanner.isPath(word) && !WORDS.contains(word) && !word.startsWith("this.")) {
            names.add(word);
        }
    }
}
