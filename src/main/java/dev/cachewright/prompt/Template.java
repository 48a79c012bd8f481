package dev.cachewright.prompt;

import dev.cachewright.prompt.template.Growth;
import dev.cachewright.prompt.template.HandlebarsEngine;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.template.Printed;
import dev.cachewright.prompt.template.Rendered;
import dev.cachewright.prompt.template.TagVariables;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.TagScanner;
import dev.cachewright.prompt.text.TemplateCheck;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a block with its tags.
///
/// Text whose tags are only values and escapes is rendered here, in one pass; comments and logic go through
/// Handlebars. Both give the same characters.
public final class Template {

    private static final Pattern BRACES = Pattern.compile("(?<!\\\\)(\\\\*+)\\{\\{");

    private final Text text;
    private final List<Tag> tags;
    private final Optional<InputException> fault;
    /// Empty where the tags are only values and escapes.
    private final Optional<HandlebarsEngine> engine;
    private final Partials partials;
    /// The same text with the partials that were asked for last; a race makes the same twice.
    private volatile Optional<Template> filled = Optional.empty();

    private Template(Text text, TagScanner.Found found, Partials partials) {
        this.text = text;
        this.tags = found.tags();
        this.fault = found.fault();
        this.partials = partials;
        this.engine = TemplateCheck.hasLogic(tags)
                ? Optional.of(new HandlebarsEngine(text, tags, partials))
                : Optional.empty();
    }

    /// The template in a text. One with a fault, as any text has while it is typed, has the tags before it, and reports
    /// it when rendered or checked.
    public static Template of(String text) {
        return of(Text.of(text));
    }

    public static Template of(Text text) {
        return text.reading(Template.class, whole -> new Template(whole, whole.found(), Partials.none()));
    }

    /// The template in a text that puts in partials.
    public static Template of(Text text, Partials partials) {
        Template plain = of(text);
        if (partials.isEmpty() || Partials.names(text).isEmpty()) {
            return plain;
        }
        Optional<Template> before = plain.filled;
        if (before.isPresent() && before.get().partials == partials) {
            return before.get();
        }
        var template = new Template(text, text.found(), partials);
        plain.filled = Optional.of(template);
        return template;
    }

    /// Text that is sent as it is, braces and all.
    public static Template literal(Text text) {
        return new Template(text, new TagScanner.Found(List.of(), Optional.empty()), Partials.none());
    }

    /// `text` with its braces escaped, so that it renders to itself.
    public static String escape(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        // Backslashes before an escape would change it: of two before a tag one is text, so a comment ends them.
        return BRACES.matcher(text).replaceAll(
                found -> Matcher
                        .quoteReplacement((found.group(1).isEmpty() ? "" : found.group(1) + "\\{{! }}") + "\\{{"));
    }

    /// Whether rows can change what the text renders to.
    public boolean isDynamic() {
        return tags.stream().anyMatch(partials::isDynamic);
    }

    /// Where the first tag that a row can change begins, or the length of the text.
    public int firstDynamicOffset() {
        return tags.stream().filter(partials::isDynamic)
                .mapToInt(Tag::start).findFirst().orElse(text.length());
    }

    /// The names of the variables that a row must give, in the order of their first use.
    public SequencedSet<String> variables() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(TagVariables.of(tags, partials)));
    }

    /// The tags in their order.
    public List<Tag> tags() {
        return tags;
    }

    /// The tags in their order.
    ///
    /// @throws InputException where one is opened and never closed
    public List<Tag> readableTags() {
        requireReadable();
        return tags;
    }

    private void requireReadable() {
        fault.ifPresent(problem -> {
            throw problem;
        });
        TemplateCheck.check(text, tags);
    }

    /// Checks that the logic of the template can be read, by rendering it with no values.
    ///
    /// @throws InputException with line and column where it cannot be read
    public void check() {
        render("", Row.empty(), Growth.ofRows(), piece -> {
        });
    }

    /// Hands the pieces of the rendered text to `sink`, in order.
    ///
    /// @param rows how much all rows of the prompt have grown
    /// @throws InputException where the logic of the template cannot be read
    void render(String blockId, Row row, Growth rows, Consumer<Piece> sink) {
        requireReadable();
        Growth growth = rows.ofBlock();
        if (engine.isEmpty()) {
            renderPlainly(blockId, row, growth).forEach(sink);
            return;
        }
        for (Rendered rendered : engine.get().render(row.values(), growth)) {
            sink.accept(piece(blockId, rendered));
        }
    }

    private static Piece piece(String blockId, Rendered rendered) {
        return switch (rendered) {
            case Rendered.Text words -> new Piece.Text(
                    new Segment(blockId, Text.of(words.text()), words.start(), words.isValue()));
            case Rendered.NewMessage next -> new Piece.NewMessage(Role.of(next.role()).filter(Role::isMessage)
                    .orElseThrow(() -> new InputException(
                            "Unknown role \"" + next.role() + "\": use system, user, model or tool", 0, 0)));
            case Rendered.History _ -> new Piece.NewMessage(Role.ASSISTANT);
            case Rendered.Section _ -> new Piece.Section();
            case Rendered.Media media -> new Piece.Media(
                    new Segment(blockId, Text.of(media.url()), media.start(), true), media.contentType());
        };
    }

    private List<Piece> renderPlainly(String blockId, Row row, Growth growth) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (Tag tag : tags) {
            literalPiece(blockId, from, tag.start(), pieces);
            if (tag.type() == Tag.Type.ESCAPE) {
                literalPiece(blockId, tag.start() + 1, tag.end(), pieces);
            } else {
                String value = row.at(tag.body()).map(Printed::of).orElse("");
                grow(growth, value, tag);
                if (!value.isEmpty()) {
                    pieces.add(new Piece.Text(new Segment(blockId, Text.of(value), tag.start(), true)));
                }
            }
            from = tag.end();
        }
        literalPiece(blockId, from, text.length(), pieces);
        return pieces;
    }

    private void grow(Growth growth, String value, Tag tag) {
        try {
            growth.add(value);
        } catch (InputException e) {
            throw InputException.at(text.toString(), tag.start(), e.getMessage());
        }
    }

    private void literalPiece(String blockId, int from, int to, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece.Text(new Segment(blockId, text.sub(from, to), from, false)));
        }
    }
}
