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

    /// How many tokens of the request end at the place or before it.
    ///
    /// Tokens are spread evenly enough that a guess by the length of the text needs some eight looks in a million
    /// tokens. A guess a little to the other side follows each, so that both ends of what is left come near.
    int before(Place place) {
        int block = indexOf(place.blockId());
        if (block < 0) {
            return 0;
        }
        List<TokenSpan> spans = tokens.spans();
        int least = block == 0 ? 0 : spans.get(block - 1).cumulative();
        int most = spans.get(block).cumulative();
        double leastOffset = 0;
        double mostOffset = Math.max(place.offset(), offsetIn(block, tokens.placeBehind(most)));
        boolean wasBefore = false;
        for (int look = 1; least < most; look++) {
            double share = (place.offset() - leastOffset) / Math.max(1, mostOffset - leastOffset);
            int margin = (most - least) / 64 + 1;
            // Where tokens are spread unevenly every fourth look halves what is left.
            int guess = look % 4 == 0 ? least + (most - least + 1) / 2
                    : Math.clamp(least + Math.round(share * (most - least)) + (wasBefore ? margin : -margin),
                            least + 1, most);
            double offset = offsetIn(block, tokens.placeBehind(guess));
            wasBefore = offset <= place.offset();
            if (wasBefore) {
                least = guess;
                leastOffset = Math.max(0, offset);
            } else {
                most = guess - 1;
                mostOffset = Math.min(mostOffset, offset);
            }
        }
        return least;
    }

    /// Where a place stands as seen from a block: before all of it, in it, or behind all.
    private double offsetIn(int block, Place place) {
        int other = indexOf(place.blockId());
        return other == block ? place.offset() : other < block ? -1 : Integer.MAX_VALUE;
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
