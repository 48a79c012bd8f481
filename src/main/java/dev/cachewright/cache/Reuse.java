package dev.cachewright.cache;

import java.util.List;

/// What a warm call reads of a static prefix.
///
/// @param tokens in the figures of the model
/// @param end counted tokens up to where a read ends, for the line beside the blocks; of rules without breakpoints the
/// end of the static prefix
/// @param boundaries where prefixes of the request can end
/// @param why nothing is read: below the threshold, or no breakpoint; else `NONE`
public record Reuse(int tokens, int end, List<Boundary> boundaries, MissReason why) {

    public Reuse {
        boundaries = List.copyOf(boundaries);
    }
}
