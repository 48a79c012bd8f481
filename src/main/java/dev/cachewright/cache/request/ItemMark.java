package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.prompt.Api;
import java.util.Arrays;
import java.util.Optional;

/// A marker of a breakpoint in JSON that is sent as it is.
///
/// @param json its value
record ItemMark(MarkForm form, JsonNode json) {

    /// Stands for the lifetime of a marker that no provider knows, which it answers with 400.
    static final String UNREADABLE = "unreadable";

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

    /// This marker on a message as a whole, which gateways know in Chat Completions, and no API of a vendor.
    ItemMark ofMessage(Api api) {
        return form == MarkForm.CACHE_CONTROL && api == Api.CHAT ? this
                : new ItemMark(form, TextNode.valueOf("on a message"));
    }

    /// Its field with its value, for people.
    String words() {
        return ttl().isPresent() ? form.field() : form.field() + " " + (json.isTextual() ? json.asText() : json);
    }

    /// Whether the breakpoint of a block stands for it, in a request that marks its breakpoints in `own` form.
    boolean isOfBlock(MarkForm own) {
        return form == own && form.ofBlock(json).isPresent();
    }
}
