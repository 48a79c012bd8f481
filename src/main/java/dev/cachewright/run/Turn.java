package dev.cachewright.run;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.session.Purpose;
import java.time.Instant;

/// A call that is ready to be sent.
///
/// @param index in the run
/// @param before what the cache held when it was forecast
/// @param after what it holds then by the forecast; the same where the rules are not known
record Turn(int index, Purpose purpose, CountedRequest counted, Instant at, CallForecast forecast,
        CacheState before, CacheState after) {
}
