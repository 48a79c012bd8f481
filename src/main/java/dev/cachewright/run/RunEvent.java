package dev.cachewright.run;

import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Money;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import java.time.Duration;

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

    /// A call was refused and will be sent again.
    ///
    /// @param tries how often it has been sent
    /// @param pause until it is
    record Refused(int number, int tries, Failure failure, Duration pause) implements RunEvent {
    }

    /// A refused call waits until it is sent again, which [Started] says.
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
    record Finished(Call call, Exchange exchange, CacheState cache) implements RunEvent {
    }

    /// The next call could cost more than the run may, so that it is not made.
    ///
    /// @param spent what the calls so far have cost, and those on their way are likely to
    record SpendingReached(Money spent, Money limit) implements RunEvent {
    }

    /// A finished call could not be kept; it was reported before.
    ///
    /// @param reason what the disk said
    record NotKept(Call call, Exchange exchange, String reason) implements RunEvent {
    }
}
