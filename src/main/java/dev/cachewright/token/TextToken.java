package dev.cachewright.token;

import java.util.List;

/// A token in a text or in a block's template, by offsets in UTF-16 units. Where a character has several tokens they
/// are one stretch with several ids.
///
/// @param text the text of the tokens as it is sent; more than the stretch where a value goes on
public record TextToken(int start, int end, List<Integer> ids, String text) {

    public TextToken {
        ids = List.copyOf(ids);
    }
}
