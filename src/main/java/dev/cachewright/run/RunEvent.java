package dev.cachewright.run;

import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.session.Call;

/// What happens during a run. Events of one call come in order; where several calls are on their way, theirs mix, and
/// they come from several threads.
public sealed interface RunEvent {

    /// A call is about to be sent; said again where it is sent again.
    ///
    /// @param number of the call in its session
    /// @param index of `calls` in the run, starting from 0
    /// @param input tokens as counted
    record Started(int number, int index, int calls, TokenRange input) implements RunEvent {
    }

    /// The server's rate limit is reached: the call is sent again when the time is over, which [Started] says.
    ///
    /// @param secondsLeft told once a second while it is waited
    record Waiting(int number, long secondsLeft) implements RunEvent {
    }

    /// More text of an answer.
    record TextArrived(int number, String text) implements RunEvent {
    }

    /// A call has ended, by an answer, an error or a cancellation.
    ///
    /// @param cache what the cache holds by the rules after it
    record Finished(Call call, CacheState cache) implements RunEvent {
    }

    /// A finished call could not be kept; it was reported before.
    ///
    /// @param reason what the disk said
    record NotKept(Call call, String reason) implements RunEvent {
    }
}
