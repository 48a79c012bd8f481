package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/// A marker of a breakpoint in JSON that is sent as it is.
///
/// @param json its value
record ItemMark(MarkForm form, JsonNode json) {

    /// Of `cache_control` without a lifetime (Anthropic's prompt caching page).
    private static final String USUAL = "5m";

    /// The marker among the fields of a part; empty where it has none.
    static Optional<ItemMark> in(JsonNode part) {
        return Arrays.stream(MarkForm.values()).filter(form -> part.hasNonNull(form.field())).findFirst()
                .map(form -> new ItemMark(form, part.get(form.field())));
    }

    /// Its lifetime, or an empty text for that of the request; nothing where no provider knows such a marker.
    Optional<String> ttl() {
        return form.read(json).map(ttl -> ttl.isEmpty() && form == MarkForm.CACHE_CONTROL ? USUAL : ttl);
    }

    /// What is said of one that is not read: its field, or the type that is not known.
    String words() {
        String type = json.path(form == MarkForm.CACHE_CONTROL ? "type" : "mode").asText("");
        return ttl().isPresent() || type.isEmpty() ? form.field() : form.field() + " " + type;
    }

    /// Whether the breakpoint of a block stands for it, in a request that marks its breakpoints in `own` form.
    boolean isOfBlock(MarkForm own) {
        return form == own && form.ofBlock(json).isPresent();
    }
}
