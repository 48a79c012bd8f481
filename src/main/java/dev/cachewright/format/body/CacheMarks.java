package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The markers of breakpoints in request bodies: `prompt_cache_breakpoint` on content parts of OpenAI's APIs,
/// `cache_control` on tools and content parts of Messages.
public final class CacheMarks {

    static final String CACHE_CONTROL = "cache_control";
    private static final String BREAKPOINT = "prompt_cache_breakpoint";
    private static final List<String> CONTENTS = List.of("content", "output");

    private CacheMarks() {
    }

    /// The name of the field that marks a part.
    static String field(Api api) {
        return api == Api.MESSAGES ? CACHE_CONTROL : BREAKPOINT;
    }

    /// The value of a marker.
    ///
    /// @param ttl the lifetime, for Messages alone; empty for the default
    static String value(Api api, String ttl) {
        if (api != Api.MESSAGES) {
            return "{\"mode\": \"explicit\"}";
        }
        return ttl.isEmpty()
                ? "{\"type\": \"ephemeral\"}"
                : "{\"type\": \"ephemeral\", \"ttl\": " + RawJson.quote(ttl) + "}";
    }

    /// The lifetime that a marker names, or an empty text; nothing where the value is not a marker that we can write.
    static Optional<String> ttlOf(Api api, String value) {
        JsonNode marker = RawJson.tree(value);
        if (api != Api.MESSAGES) {
            boolean isMarker = marker.size() == 1 && marker.path("mode").asText().equals("explicit");
            return isMarker ? Optional.of("") : Optional.empty();
        }
        boolean hasTtl = marker.path("ttl").isTextual();
        boolean isMarker = marker.path("type").asText().equals("ephemeral") && marker.size() == (hasTtl ? 2 : 1);
        return isMarker ? Optional.of(marker.path("ttl").asText("")) : Optional.empty();
    }

    /// The lifetime in the marker of a part or a tool; nothing where it has none.
    static Optional<String> ofPart(Api api, String part) {
        return RawJson.isObject(part)
                ? Optional.ofNullable(RawJson.fields(part).get(field(api))).flatMap(value -> ttlOf(api, value))
                : Optional.empty();
    }

    /// The lifetime in the marker of the last element of an array; nothing where it has none.
    public static Optional<String> ofLast(Api api, String array) {
        List<String> elements = RawJson.isArray(array) ? RawJson.elements(array) : List.of();
        return elements.isEmpty() ? Optional.empty() : ofPart(api, elements.getLast());
    }

    /// The lifetime in the marker of the last part of an item's content; nothing where it has none.
    static Optional<String> ofItem(Api api, String item) {
        SequencedMap<String, String> fields = RawJson.fields(item);
        return CONTENTS.stream().filter(fields::containsKey).findFirst().flatMap(name -> ofLast(api, fields.get(name)));
    }

    /// The part with this marker, or without one; the same text where it is so already. A marker that is more than ours
    /// is never taken away.
    static String withPart(String part, Api api, Optional<String> marker) {
        if (!RawJson.isObject(part) || hasMarker(part, api, marker)) {
            return part;
        }
        SequencedMap<String, String> fields = RawJson.fields(part);
        boolean wasMarked = fields.remove(field(api)) != null;
        if (wasMarked || fields.isEmpty()) {
            marker.ifPresent(value -> fields.put(field(api), value));
            return RawJson.object(fields);
        }
        int end = part.lastIndexOf('}');
        return part.substring(0, end).stripTrailing() + ", " + RawJson.quote(field(api)) + ": " + marker.orElseThrow()
                + part.substring(end);
    }

    private static boolean hasMarker(String part, Api api, Optional<String> marker) {
        Optional<String> now = Optional.ofNullable(RawJson.fields(part).get(field(api)));
        boolean isForeign = now.isPresent() && ttlOf(api, now.get()).isEmpty();
        return isForeign && marker.isEmpty() || now.map(RawJson::tree).equals(marker.map(RawJson::tree));
    }

    /// The array of tools or parts with this marker on its last element, or without one.
    static String withLast(String array, Api api, Optional<String> marker) {
        return marker.isPresent() || array.contains(field(api))
                ? RawJson.withLast(array, part -> withPart(part, api, marker))
                : array;
    }

    /// The item with this marker on the last part of its content, or without one; markers on other parts stay. A text
    /// becomes a part where it gets a marker; an item that has no content, or is not JSON, stays as it is.
    static String withItem(String item, Api api, Optional<String> marker) {
        if (marker.isEmpty() && !item.contains(field(api))) {
            return item;
        }
        try {
            Set<String> names = RawJson.fields(item).keySet();
            UnaryOperator<String> change = content -> withContent(content, api, marker);
            return CONTENTS.stream().filter(names::contains).findFirst()
                    .map(name -> RawJson.withField(item, name, change)).orElse(item);
        } catch (InputException _) {
            return item;
        }
    }

    private static String withContent(String content, Api api, Optional<String> marker) {
        if (RawJson.isArray(content)) {
            return withLast(content, api, marker);
        }
        boolean isText = marker.isPresent() && RawJson.text(content).isPresent();
        return isText
                ? "[{\"type\": \"" + (api == Api.RESPONSES ? "input_text" : "text") + "\", \"text\": " + content + ", "
                        + RawJson.quote(field(api)) + ": " + marker.get() + "}]"
                : content;
    }
}
