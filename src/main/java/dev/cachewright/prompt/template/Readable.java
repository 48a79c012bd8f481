package dev.cachewright.prompt.template;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A template as the engine reads it: without the white space that tags take along, without comments, and with calls of
/// a helper for partials.
///
/// Noncharacters, which are never part of text, stand for what the engine reads otherwise than handlebars.js: the
/// backslash that is left of two before a tag, which would escape it, an escaped brace, which would have to be closed
/// on its line, and the gap where something was taken out, so that what is beside it does not become a tag.
final class Readable {

    private static final char BACKSLASH = '\uFDD4';
    private static final char BRACE = '\uFDD5';
    private static final String GAP = "\uFDD7";

    private final String template;
    private final StringBuilder text = new StringBuilder();
    private final List<Place> places = new ArrayList<>();

    private Readable(String template) {
        this.template = template;
    }

    /// A place in the readable text that is one in the template.
    ///
    /// @param isWhole whether all up to the next place is there
    private record Place(int readable, int original, boolean isWhole) {
    }

    static Readable of(String template, List<Tag> tags) {
        var readable = new Readable(template);
        WhiteSpace.Kept kept = WhiteSpace.of(template, tags);
        int escape = 0;
        List<Tag> escapes = tags.stream().filter(tag -> tag.type() == Tag.Type.ESCAPE).toList();
        List<Tag> others = tags.stream().filter(tag -> tag.type() != Tag.Type.ESCAPE).toList();
        int next = 0;
        for (Content content : kept.contents()) {
            while (next < others.size() && others.get(next).start() < content.start()) {
                readable.addTag(others.get(next++), kept.indents());
            }
            int from = content.from();
            readable.addGap(content.start() < from);
            while (escape < escapes.size() && escapes.get(escape).start() < content.end()) {
                Tag braces = escapes.get(escape++);
                readable.addText(from, braces.start());
                readable.text.append(BRACE).append(BRACE);
                from = braces.end();
            }
            readable.addText(from, content.to());
            readable.addGap(content.to() < content.end());
        }
        while (next < others.size()) {
            readable.addTag(others.get(next++), kept.indents());
        }
        return readable;
    }

    private void addGap(boolean isTaken) {
        text.append(isTaken ? GAP : "");
    }

    private void addText(int from, int to) {
        places.add(new Place(text.length(), from, false));
        text.append(template, from, Math.max(from, to));
    }

    private void addTag(Tag tag, Map<Tag, String> indents) {
        // Of two backslashes before a tag, one is text: the engine would take it for the sign of an escape.
        if (template.charAt(tag.start()) == '\\' && !text.isEmpty() && text.charAt(text.length() - 1) == '\\') {
            text.setCharAt(text.length() - 1, BACKSLASH);
        }
        int start = template.charAt(tag.start()) == '\\' ? tag.start() + 1 : tag.start();
        TagForm.Kind kind = TagForm.of(tag).kind();
        places.add(new Place(text.length(), start, kind == TagForm.Kind.PARTIAL));
        switch (kind) {
            case COMMENT -> text.append(GAP);
            case PARTIAL -> text.append(PartialTag.of(tag).call(indents.getOrDefault(tag, "")));
            default -> text.append(template, start, tag.end());
        }
    }

    String text() {
        return text.toString();
    }

    /// The rendered text with the characters that stood for others.
    static String restored(String rendered) {
        return rendered.replace(GAP, "").replace(BACKSLASH, '\\').replace(BRACE, '{');
    }

    /// A fault at a line and column of the readable text, at its place in the template.
    InputException at(int line, int column, String message) {
        int offset = 0;
        for (int i = 1; i < line && offset >= 0; i++) {
            offset = text.indexOf("\n", offset) + 1;
        }
        int readable = offset + column - 1;
        Place place = new Place(0, 0, false);
        for (Place candidate : places) {
            if (candidate.readable() <= readable) {
                place = candidate;
            }
        }
        int original = place.original() + (place.isWhole() ? 0 : Math.max(0, readable - place.readable()));
        return InputException.at(template, Math.clamp(original, 0, template.length()), message);
    }
}
