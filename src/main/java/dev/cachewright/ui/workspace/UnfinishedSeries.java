package dev.cachewright.ui.workspace;

import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import java.util.Optional;

/// A series that was stopped, or ended by a failure, before its last call.
///
/// @param planned how many calls it was begun with
/// @param order the calls that it has left: those that were not made, stopped, or failed
/// @param failed the call that ended it; empty where it was stopped
/// @param spending the limit that ended it; empty where another reason did
public record UnfinishedSeries(int planned, Pace pace, CallOrder order, Optional<Call> failed,
        Optional<RunEvent.SpendingReached> spending) {

    /// How many calls are left.
    public int left() {
        return order.size();
    }

    /// How many were answered.
    public int answered() {
        return planned - order.size();
    }
}
