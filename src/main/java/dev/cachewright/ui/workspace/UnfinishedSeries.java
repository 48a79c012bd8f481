package dev.cachewright.ui.workspace;

import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import java.util.List;
import java.util.Optional;

/// A series that was stopped, or ended by a failure, before its last call.
///
/// @param planned how many calls it was begun with
/// @param rows of the calls that it has left: those that were not made, stopped, or failed
/// @param failed the call that ended it; empty where it was stopped
public record UnfinishedSeries(int planned, RunPlan.Pace pace, List<Integer> rows, Optional<Call> failed) {

    public UnfinishedSeries {
        rows = List.copyOf(rows);
    }

    /// How many calls are left.
    public int left() {
        return rows.size();
    }

    /// How many were answered.
    public int answered() {
        return planned - rows.size();
    }
}
