package dev.cachewright.ui.editor;

import dev.cachewright.token.Place;
import dev.cachewright.token.RequestTokens;
import dev.cachewright.token.TokenSpan;
import java.util.List;

/// Where tokens stand in the prompt, and how many stand before a place of it.
final class TokenPlaces {

    private final RequestTokens tokens;

    TokenPlaces(RequestTokens tokens) {
        this.tokens = tokens;
    }

    Place behind(int count) {
        return tokens.placeBehind(count);
    }

    int total() {
        return tokens.total();
    }

    /// How many tokens of the request end at the place or before it. Some twenty steps of [RequestTokens#placeBehind].
    int before(Place place) {
        List<TokenSpan> spans = tokens.spans();
        int index = indexOf(place.blockId());
        if (index < 0) {
            return 0;
        }
        int least = index == 0 ? 0 : spans.get(index - 1).cumulative();
        int most = spans.get(index).cumulative();
        while (least < most) {
            int middle = (least + most + 1) >>> 1;
            Place there = tokens.placeBehind(middle);
            int block = indexOf(there.blockId());
            if (block < index || block == index && there.offset() <= place.offset()) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least;
    }

    private int indexOf(String blockId) {
        List<TokenSpan> spans = tokens.spans();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).blockId().equals(blockId)) {
                return i;
            }
        }
        return -1;
    }
}
