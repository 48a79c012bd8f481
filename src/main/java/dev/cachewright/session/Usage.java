package dev.cachewright.session;

import java.util.OptionalLong;

/// The tokens a server reported for one call; empty is not reported, which is not zero.
///
/// @param input all input tokens, cached ones included
/// @param longWritten what of `written` is kept for an hour, which Anthropic prices separately
/// @param raw the server's usage object as JSON text; empty where it sent none
public record Usage(OptionalLong input, OptionalLong cached, OptionalLong written, OptionalLong longWritten,
        OptionalLong output, String raw) {

    private static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
            OptionalLong.empty(), OptionalLong.empty(), "");

    /// Of a server that does not say how long what was written is kept.
    public Usage(OptionalLong input, OptionalLong cached, OptionalLong written, OptionalLong output, String raw) {
        this(input, cached, written, OptionalLong.empty(), output, raw);
    }

    /// Nothing was reported.
    public static Usage unknown() {
        return UNKNOWN;
    }
}
