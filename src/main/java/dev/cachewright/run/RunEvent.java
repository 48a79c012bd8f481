package dev.cachewright.run;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.session.Call;

/// What happens during a run, in order.
public sealed interface RunEvent {

    /// A call is about to be sent.
    ///
    /// @param index from 0 on
    record Started(int index, int calls) implements RunEvent {
    }

    /// More text of the current answer.
    record TextArrived(String text) implements RunEvent {
    }

    /// A call has ended, by an answer, an error or a cancellation.
    ///
    /// @param cache what the cache holds by the rules after it
    record Finished(Call call, CacheState cache) implements RunEvent {
    }
}
