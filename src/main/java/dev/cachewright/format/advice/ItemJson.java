package dev.cachewright.format.advice;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Edits of the JSON of a block that leave all else as it is.
final class ItemJson {

    private static final List<String> MARKERS = List.of("cache_control", "prompt_cache_breakpoint");
    private static final String CONTENT = "content";

    private ItemJson() {
    }

    /// The JSON without the marker of the part with that number, from 1 on: a tool of a list, a content block of an item.
    static String withoutMarker(String json, int part) {
        try {
            return RawJson.isArray(json)
                    ? withElement(json, part, ItemJson::unmarked)
                    : RawJson.isArray(RawJson.fields(json).getOrDefault(CONTENT, ""))
                            ? RawJson.withField(json, CONTENT, list -> withElement(list, part, ItemJson::unmarked))
                            : unmarked(json);
        } catch (InputException _) {
            return json;
        }
    }

    private static String unmarked(String object) {
        var fields = RawJson.fields(object);
        if (MARKERS.stream().noneMatch(fields::containsKey)) {
            return object;
        }
        MARKERS.forEach(fields::remove);
        return RawJson.object(fields);
    }

    private static String withElement(String list, int number, UnaryOperator<String> change) {
        List<String> elements = new ArrayList<>(RawJson.elements(list));
        if (number < 1 || number > elements.size()) {
            return list;
        }
        elements.set(number - 1, change.apply(elements.get(number - 1)));
        return "[" + String.join(",", elements) + "]";
    }

    /// The item without its thinking; an empty text where nothing else is in it.
    static String withoutThinking(String json) {
        try {
            String content = RawJson.fields(json).getOrDefault(CONTENT, "");
            if (!RawJson.isArray(content)) {
                return isThinking(json) ? "" : json;
            }
            List<String> kept = RawJson.elements(content).stream().filter(part -> !isThinking(part)).toList();
            return kept.isEmpty() ? ""
                    : RawJson.withField(json, CONTENT, _ -> "[" + String.join(",", kept) + "]");
        } catch (InputException _) {
            return json;
        }
    }

    private static boolean isThinking(String part) {
        return RawJson.tree(part).path("type").asText().endsWith("thinking");
    }
}
