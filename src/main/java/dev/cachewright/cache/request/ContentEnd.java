package dev.cachewright.cache.request;

import dev.cachewright.prompt.Role;
import java.util.Optional;

/// The end of the part of one block in its request: a place where a provider can end a stored prefix.
///
/// @param message the number of the message in its request, tools and schema included, from 0 on
/// @param isLast whether nothing of the message follows
/// @param position counted tokens up to here, without the frame that closes the message
/// @param positions how many of Anthropic's positions end in the block: content blocks, of which a run of tool calls or
/// of tool results is one
/// @param isCacheable whether automatic caching may end here: neither thinking nor empty text
/// @param isServerResult whether a tool that runs on the server ends here with its result
/// @param mark the lifetime that is asked for by a breakpoint here, empty for the request's own; no value where there
/// is no breakpoint
public record ContentEnd(String blockId, Role role, int message, boolean isLast, int position, int positions,
        boolean isCacheable, boolean isServerResult, Optional<String> mark) {

    /// The end of a message without breakpoint, which is one position.
    public static ContentEnd of(String blockId, Role role, int message, int position) {
        return new ContentEnd(blockId, role, message, true, position, 1, true, false, Optional.empty());
    }

    /// Whether it carries a marker that no provider knows.
    public boolean isUnreadable() {
        return mark.filter(ItemMark.UNREADABLE::equals).isPresent();
    }

    /// This end with a breakpoint of the request's own lifetime.
    public ContentEnd marked() {
        return marked("");
    }

    /// This end with a breakpoint whose lifetime is `ttl`.
    public ContentEnd marked(String ttl) {
        return new ContentEnd(blockId, role, message, isLast, position, positions, isCacheable, isServerResult,
                Optional.of(ttl));
    }
}
