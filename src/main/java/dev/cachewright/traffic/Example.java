package dev.cachewright.traffic;

import java.util.Optional;

/// A call that missed, beside the earlier one that it could have read from.
///
/// @param model that the call went to
/// @param path where they part, as a JSON pointer into the body of `call`; empty where they do not
/// @param token the number of the token where they part, as we count
/// @param earlier the same as `call` where no single earlier one is known
/// @param bodies of the two requests, as long as they are kept
public record Example(String model, TrafficRecord.Place earlier, TrafficRecord.Place call, String path, int token,
        Optional<Bodies> bodies) {

    /// Whether the earlier call is known.
    public boolean isPair() {
        return !earlier.equals(call);
    }

    /// @param earlier the request before
    /// @param call the one that missed
    public record Bodies(String earlier, String call) {
    }
}
