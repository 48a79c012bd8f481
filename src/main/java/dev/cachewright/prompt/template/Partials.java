package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The texts that templates put in by name: `{{>style}}` puts in the text of the file `_style.prompt`.
public final class Partials {

    private static final Partials NONE = new Partials(Map.of());

    private final Map<String, Text> texts;
    private final Map<String, HandlebarsEngine> engines = new ConcurrentHashMap<>();

    private Partials(Map<String, Text> texts) {
        this.texts = new LinkedHashMap<>(texts);
    }

    /// @param texts by name
    public static Partials of(Map<String, String> texts) {
        var all = new LinkedHashMap<String, Text>();
        texts.forEach((name, text) -> all.put(name, Text.of(text)));
        return texts.isEmpty() ? NONE : new Partials(all);
    }

    public static Partials none() {
        return NONE;
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /// The names of all.
    public Set<String> names() {
        return Collections.unmodifiableSet(texts.keySet());
    }

    /// The names of the partials that a text puts in itself, in the order of their first use.
    public static SequencedSet<String> names(Text text) {
        return names(text.found().tags());
    }

    static SequencedSet<String> names(List<Tag> tags) {
        var names = new LinkedHashSet<String>();
        tags.forEach(tag -> PartialTag.in(tag).ifPresent(partial -> names.add(partial.name())));
        return names;
    }

    /// The file in which the text of a partial is looked for, from the folder of the prompt.
    public static String fileName(String name) {
        int folder = name.lastIndexOf('/') + 1;
        return name.substring(0, folder) + "_" + name.substring(folder) + ".prompt";
    }

    Optional<HandlebarsEngine> engine(String name) {
        return Optional.ofNullable(texts.get(name))
                .map(text -> engines.computeIfAbsent(name, _ -> new HandlebarsEngine(text, text.found().tags(), this)));
    }

    /// Whether values can change what a tag renders to, its partial included.
    public boolean isDynamic(Tag tag) {
        return PartialTag.in(tag).map(partial -> !partial.isFixed() || isDynamic(partial.name(), new HashSet<>()))
                .orElseGet(tag::isDynamic);
    }

    private boolean isDynamic(String name, Set<String> seen) {
        return seen.add(name) && tags(name).stream().anyMatch(tag -> PartialTag.in(tag)
                .map(inner -> !inner.isFixed() || isDynamic(inner.name(), seen)).orElseGet(tag::isDynamic));
    }

    /// The variables that a partial takes from where it is used, those of the partials in it included.
    List<String> variables(String name) {
        var variables = new ArrayList<String>();
        addVariables(name, new HashSet<>(), variables);
        return variables;
    }

    private void addVariables(String name, Set<String> seen, List<String> variables) {
        if (seen.add(name)) {
            variables.addAll(TagVariables.of(tags(name), inner -> {
                var own = new ArrayList<String>();
                addVariables(inner, seen, own);
                return own;
            }));
        }
    }

    private List<Tag> tags(String name) {
        return Optional.ofNullable(texts.get(name)).map(text -> text.found().tags()).orElse(List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partials partials && texts.equals(partials.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }
}
