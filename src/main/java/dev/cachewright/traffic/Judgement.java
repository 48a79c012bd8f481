package dev.cachewright.traffic;

import java.util.List;
import java.util.OptionalLong;

/// What became of one call.
///
/// @param cached tokens read, as reported, or as the rules have it where nothing was; empty where neither is known
/// @param isReported whether the server said so
/// @param reachable what the best layout would have read at this time; empty where it is not known
record Judgement(OptionalLong cached, boolean isReported, OptionalLong reachable, List<Loss> losses) {

    Judgement {
        losses = List.copyOf(losses);
    }

    /// The first call of its family: there is nothing that it could have read, whatever it did read.
    ///
    /// @param modelled what it reads by the rules
    static Judgement alone(TrafficRecord call, long modelled) {
        OptionalLong reported = call.usage().ofRequest().cached();
        OptionalLong cached = OptionalLong.of(reported.orElse(modelled));
        return new Judgement(cached, reported.isPresent(), cached, List.of());
    }

    /// What is known of a call whose request or rules are not.
    static Judgement of(TrafficRecord call, List<Loss> losses) {
        OptionalLong cached = call.usage().ofRequest().cached();
        return new Judgement(cached, cached.isPresent(), OptionalLong.empty(), losses);
    }
}
