package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The white space of a template that its tags take along, as handlebars.js does: a tilde takes all that is beside it,
/// and a section, comment or partial alone on its line takes the line.
final class WhiteSpace {

    private final String text;
    private final List<Content> contents = new ArrayList<>();
    private final Map<Tag, String> indents = new HashMap<>();

    private WhiteSpace(String text) {
        this.text = text;
    }

    /// What is left of a template.
    ///
    /// @param contents the texts between its tags, in order, those without a character left out
    /// @param indents what stands before partials that are alone on their line, where that is anything
    record Kept(List<Content> contents, Map<Tag, String> indents) {
    }

    /// @param tags of the text; sections that are not closed end with it
    static Kept of(String text, List<Tag> tags) {
        var space = new WhiteSpace(text);
        space.visit(space.read(tags), true);
        return new Kept(space.contents, space.indents);
    }

    private List<Statement> read(List<Tag> tags) {
        var root = new ArrayList<Statement>();
        Deque<Section> open = new ArrayDeque<>();
        int from = 0;
        for (Tag tag : tags) {
            if (tag.type() == Tag.Type.ESCAPE) {
                continue;
            }
            List<Statement> body = open.isEmpty() ? root : open.peek().current();
            addContent(body, from, tag.start());
            from = tag.end();
            var form = TagForm.of(tag);
            switch (form.kind()) {
                case OPEN -> {
                    var section = new Section(form);
                    body.add(section);
                    open.push(section);
                }
                case ELSE -> {
                    if (!open.isEmpty()) {
                        open.push(open.pop().next(form));
                    }
                }
                case CLOSE -> {
                    if (!open.isEmpty()) {
                        open.pop().close(form);
                    }
                }
                case COMMENT, PARTIAL, OTHER -> body.add(new Statement.Single(tag, form));
            }
        }
        addContent(open.isEmpty() ? root : open.peek().current(), from, text.length());
        return root;
    }

    private void addContent(List<Statement> body, int from, int to) {
        if (from < to) {
            var content = new Content(text, from, to);
            body.add(content);
            contents.add(content);
        }
    }

    private void visit(List<Statement> body, boolean isRoot) {
        for (int i = 0; i < body.size(); i++) {
            switch (body.get(i)) {
                case Content _ -> {
                }
                case Statement.Single single -> visit(body, i, single, isRoot);
                case Section section -> visit(body, i, section, isRoot);
            }
        }
    }

    private void visit(List<Statement> body, int i, Statement.Single single, boolean isRoot) {
        boolean isAlone = single.form().isInline() && Sides.isBlankBefore(body, i, isRoot)
                && Sides.isBlankAfter(body, i, isRoot);
        strip(body, i, single.form().opens(), single.form().closes());
        if (isAlone) {
            Sides.takeAfter(body, i, false);
            boolean isIndented = Sides.takeBefore(body, i, false);
            if (isIndented && single.form().kind() == TagForm.Kind.PARTIAL) {
                indents.put(single.tag(), ((Content) body.get(i - 1)).lastIndent());
            }
        }
    }

    private void visit(List<Statement> body, int i, Section section, boolean isRoot) {
        visit(section.program(), false);
        section.inverse().ifPresent(inverse -> visit(inverse, false));
        boolean opensAlone = Sides.isBlankAfter(section.program(), -1, false);
        boolean closesAlone = Sides.isBlankBefore(section.firstInverse(), section.firstInverse().size(), false);
        section.stripInside();
        boolean isBefore = Sides.isBlankBefore(body, i, isRoot);
        boolean isAfter = Sides.isBlankAfter(body, i, isRoot);
        strip(body, i, section.opensLeft(), section.closesRight());
        if (opensAlone && isBefore) {
            Sides.takeAfter(section.program(), -1, false);
            Sides.takeBefore(body, i, false);
        }
        if (closesAlone && isAfter) {
            Sides.takeAfter(body, i, false);
            List<Statement> last = section.inverse().orElse(section.program());
            Sides.takeBefore(last, last.size(), false);
        }
    }

    private static void strip(List<Statement> body, int i, boolean left, boolean right) {
        if (right) {
            Sides.takeAfter(body, i, true);
        }
        if (left) {
            Sides.takeBefore(body, i, true);
        }
    }
}
