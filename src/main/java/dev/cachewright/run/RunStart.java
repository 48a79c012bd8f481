package dev.cachewright.run;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.provider.Cancellation;

/// What a run begins with.
///
/// @param firstNumber the number of its first call in the session
/// @param cache what the cache holds by the rules
public record RunStart(int firstNumber, CacheState cache, Cancellation cancellation) {
}
