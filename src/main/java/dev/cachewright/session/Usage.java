package dev.cachewright.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The tokens a server reported for one call; empty is not reported or not readable, which is not zero.
///
/// @param input all input tokens, cached ones included
/// @param longWritten what of `written` is kept for the longer of the vendor's lifetimes, which has a price of its own
/// @param raw the server's usage object as JSON text; empty where it sent none
/// @param unreadable the counts that cannot be, with their names: `cached_tokens -1`
/// @param first what the first of several passes over the request reported, where a compaction follows or precedes others;
/// the counts are their sum then
public record Usage(OptionalLong input, OptionalLong cached, OptionalLong written, OptionalLong longWritten,
        OptionalLong output, String raw, List<String> unreadable, Optional<Usage> first) {

    /// No model takes a tenth of so many tokens: more in one count is wrong.
    public static final long MOST = 100_000_000L;

    private static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
            OptionalLong.empty(), OptionalLong.empty(), "", List.of());

    public Usage {
        unreadable = List.copyOf(unreadable);
    }

    /// Of one pass.
    public Usage(OptionalLong input, OptionalLong cached, OptionalLong written, OptionalLong longWritten,
            OptionalLong output, String raw, List<String> unreadable) {
        this(input, cached, written, longWritten, output, raw, unreadable, Optional.empty());
    }

    /// What was read and written of the request as it was sent: by the first pass where there are several.
    public Usage ofRequest() {
        return first.orElse(this);
    }

    /// Of a server that does not say how long what was written is kept.
    public Usage(OptionalLong input, OptionalLong cached, OptionalLong written, OptionalLong output, String raw) {
        this(input, cached, written, OptionalLong.empty(), output, raw, List.of());
    }

    /// The same of a call that answered nothing, for what the input alone costs.
    Usage withoutOutput() {
        return new Usage(input, cached, written, longWritten, OptionalLong.of(0), raw, unreadable, first);
    }

    /// Whether what was read from the cache is unknown because it cannot be right, not because it was not reported.
    public boolean isCacheUnreadable() {
        return cached.isEmpty() && !unreadable.isEmpty();
    }

    /// Whether no count of it is known, rather than one being wrong.
    public boolean isOfUnknownForm() {
        return unreadable.size() == 1 && unreadable.getFirst().startsWith("usage {") && input.isEmpty();
    }

    /// Nothing was reported.
    public static Usage unknown() {
        return UNKNOWN;
    }

    /// Nothing of this can be read.
    ///
    /// @param quoted what was reported, shortened
    public static Usage unreadable(String raw, String quoted) {
        return new Usage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
                OptionalLong.empty(), raw, List.of(quoted));
    }
}
