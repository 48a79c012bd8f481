package dev.cachewright.prompt;

import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.TagScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// The variables that the tags of a template take from the row itself, not from an element of a list.
final class TagVariables {

    private static final Set<String> WORDS = Set.of("this", "true", "false", "null", "undefined", "else", "as");
    private static final Set<String> INNER_SCOPES = Set.of("each", "with");

    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> names = new ArrayList<>();

    private TagVariables() {
    }

    static List<String> of(List<Tag> tags) {
        var variables = new TagVariables();
        tags.forEach(variables::read);
        return variables.names;
    }

    private void read(Tag tag) {
        switch (tag.type()) {
            case VALUE -> addName(tag.body());
            case LOGIC -> readLogic(tag.body().replaceAll("[~&{}]", "").strip());
            case ESCAPE, COMMENT -> {
            }
        }
    }

    private void readLogic(String body) {
        if (body.startsWith("/")) {
            open.poll();
        } else if (body.startsWith("#") || body.startsWith("^") && body.length() > 1) {
            String[] words = body.substring(1).strip().split("\\s+");
            addParameters(words);
            open.push(words[0]);
        } else {
            String[] words = body.split("\\s+");
            if (words.length == 1) {
                addName(words[0]);
            } else {
                addParameters(words);
            }
        }
    }

    /// All words after the first, which names the helper; a lone word of a section names a variable.
    private void addParameters(String[] words) {
        if (words.length == 1) {
            addName(words[0]);
        }
        for (int i = 1; i < words.length; i++) {
            String word = words[i].replaceAll("[()]", "");
            addName(word.contains("=") ? word.substring(word.indexOf('=') + 1) : word);
        }
    }

    private void addName(String word) {
        boolean isInner = open.stream().anyMatch(INNER_SCOPES::contains);
        if (!isInner && TagScanner.isPath(word) && !WORDS.contains(word) && !word.startsWith("this.")) {
            names.add(word);
        }
    }
}
