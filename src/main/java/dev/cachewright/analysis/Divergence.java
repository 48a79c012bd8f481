package dev.cachewright.analysis;

import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.RequestTokens;

/// Where a request diverges from an earlier one: the one answer of the forecast, the session and `diff`.
///
/// @param commonTokens counted tokens that both begin with
/// @param reason the vendor's own word for what changed (`input_changed`, `tools_changed`, `model_changed`); empty
/// where nothing did or none is published
/// @param place of the first character that differs, in the prompt of the later request; its block is empty where a
/// setting changed, or nothing did
/// @param body the same place in the later request's body, where the bodies were compared
/// @param before the word there in the earlier request; empty where it has none
/// @param now the word there in the later one; empty where it has none
public record Divergence(int commonTokens, String reason, Place place, BodyPlace body, String before, String now) {

    private static final Place NO_PLACE = new Place("", 0);

    /// No divergence: one request is the beginning of the other, or they were not compared.
    public static final Divergence NONE = new Divergence(0, "", NO_PLACE, BodyPlace.NONE, "", "");

    /// A place in a request body.
    ///
    /// @param path JSON pointer to a value; empty where there is no place
    /// @param offset in UTF-16 units within that value, from 0 on
    public record BodyPlace(String path, int offset) {

        /// No place.
        public static final BodyPlace NONE = new BodyPlace("", 0);
    }

    /// Where the text of a request diverges from that of an earlier one.
    ///
    /// @param commonTokens that they are known to have in common
    public static Divergence of(RequestTokens earlier, RequestTokens later, int commonTokens, String reason) {
        return later.partingFrom(earlier, commonTokens)
                .map(found -> new Divergence(commonTokens, reason, found.place(), BodyPlace.NONE, found.before(),
                        found.now()))
                .orElseGet(() -> inSetting(commonTokens, reason));
    }

    /// A setting changed, not the text.
    public static Divergence inSetting(int commonTokens, String reason) {
        return new Divergence(commonTokens, reason, NO_PLACE, BodyPlace.NONE, "", "");
    }

    /// What sessions of earlier versions kept: a block, and no place in it.
    public static Divergence inBlock(String reason, String blockId) {
        return new Divergence(0, reason, new Place(blockId, 0), BodyPlace.NONE, "", "");
    }

    /// The block in which the request diverges from the earlier one; empty where a setting changed, or nothing did.
    public String block() {
        return place.blockId();
    }
}
