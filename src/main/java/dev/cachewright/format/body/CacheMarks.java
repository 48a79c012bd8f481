package dev.cachewright.format.body;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The markers in request bodies that breakpoints of blocks stand for: on the last tool, and on the last part of an
/// item. Markers on other parts stay in their JSON.
public final class CacheMarks {

    private static final List<String> CONTENTS = List.of("content", "output");

    private CacheMarks() {
    }

    /// The value of a marker.
    ///
    /// @param ttl the lifetime; empty for the default
    static String value(MarkForm form, String ttl) {
        String marker = form == MarkForm.BREAKPOINT ? "\"mode\": \"explicit\"" : "\"type\": \"ephemeral\"";
        return "{" + marker + (ttl.isEmpty() ? "" : ", \"ttl\": " + RawJson.quote(ttl)) + "}";
    }

    /// The lifetime that a marker names, or an empty text; nothing where the value is not a marker that we can write.
    static Optional<String> ttlOf(MarkForm form, String value) {
        return form.ofBlock(RawJson.tree(value));
    }

    /// The lifetime in the marker of a part or a tool; nothing where it has none.
    static Optional<String> ofPart(MarkForm form, String part) {
        return RawJson.isObject(part)
                ? Optional.ofNullable(RawJson.fields(part).get(form.field())).flatMap(value -> ttlOf(form, value))
                : Optional.empty();
    }

    /// The lifetime in the marker of the last element of an array; nothing where it has none.
    public static Optional<String> ofLast(MarkForm form, String array) {
        List<String> elements = RawJson.isArray(array) ? RawJson.elements(array) : List.of();
        return elements.isEmpty() ? Optional.empty() : ofPart(form, elements.getLast());
    }

    /// The lifetime in the marker of the last part of an item's content; nothing where it has none.
    static Optional<String> ofItem(MarkForm form, String item) {
        SequencedMap<String, String> fields = RawJson.fields(item);
        return CONTENTS.stream().filter(fields::containsKey).findFirst()
                .flatMap(name -> ofLast(form, fields.get(name)));
    }

    /// The part with this marker, or without one; the same text where it is so already. A marker that is more than ours
    /// is never taken away.
    static String withPart(String part, MarkForm form, Optional<String> marker) {
        if (!RawJson.isObject(part) || hasMarker(part, form, marker)) {
            return part;
        }
        SequencedMap<String, String> fields = RawJson.fields(part);
        boolean wasMarked = fields.remove(form.field()) != null;
        if (wasMarked || fields.isEmpty()) {
            marker.ifPresent(value -> fields.put(form.field(), value));
            return RawJson.object(fields);
        }
        int end = part.lastIndexOf('}');
        return part.substring(0, end).stripTrailing() + ", " + RawJson.quote(form.field()) + ": " + marker.orElseThrow()
                + part.substring(end);
    }

    private static boolean hasMarker(String part, MarkForm form, Optional<String> marker) {
        Optional<String> now = Optional.ofNullable(RawJson.fields(part).get(form.field()));
        boolean isForeign = now.isPresent() && ttlOf(form, now.get()).isEmpty();
        return isForeign && marker.isEmpty() || now.map(RawJson::tree).equals(marker.map(RawJson::tree));
    }

    /// The array of tools or parts with this marker on its last element, or without one.
    static String withLast(String array, MarkForm form, Optional<String> marker) {
        return marker.isPresent() || array.contains(form.field())
                ? RawJson.withLast(array, part -> withPart(part, form, marker))
                : array;
    }

    /// The item with this marker on the last part of its content, or without one; markers on other parts stay. A text
    /// becomes a part where it gets a marker; an item that has no content, or is not JSON, stays as it is.
    static String withItem(String item, MarkForm form, Api api, Optional<String> marker) {
        if (marker.isEmpty() && !item.contains(form.field())) {
            return item;
        }
        try {
            Set<String> names = RawJson.fields(item).keySet();
            UnaryOperator<String> change = content -> withContent(content, form, api, marker);
            return CONTENTS.stream().filter(names::contains).findFirst()
                    .map(name -> RawJson.withField(item, name, change)).orElse(item);
        } catch (InputException _) {
            return item;
        }
    }

    private static String withContent(String content, MarkForm form, Api api, Optional<String> marker) {
        if (RawJson.isArray(content)) {
            return withLast(content, form, marker);
        }
        boolean isText = marker.isPresent() && RawJson.text(content).isPresent();
        return isText
                ? "[{\"type\": \"" + (api == Api.RESPONSES ? "input_text" : "text") + "\", \"text\": " + content + ", "
                        + RawJson.quote(form.field()) + ": " + marker.get() + "}]"
                : content;
    }
}
