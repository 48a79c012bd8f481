package dev.cachewright.ui.workspace;

import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Which calls of a run have been answered.
final class SeriesProgress {

    private final int planned;
    private final RunPlan.Pace pace;
    /// The rows of the calls that are left, by the numbers of these calls.
    private final TreeMap<Integer, Integer> left = new TreeMap<>();
    private Optional<Call> failed = Optional.empty();

    SeriesProgress(List<Integer> rows, RunPlan.Pace pace, int firstNumber) {
        this.planned = rows.size();
        this.pace = pace;
        for (int i = 0; i < rows.size(); i++) {
            left.put(firstNumber + i, rows.get(i));
        }
    }

    void ended(Call call) {
        if (call.measurement().result() instanceof CallResult.Answered) {
            left.remove(call.number());
        } else if (call.measurement().result() instanceof CallResult.Failed) {
            failed = Optional.of(call);
        }
    }

    boolean isSeries() {
        return planned > 1;
    }

    /// What a series has left; empty for a single call, and where every call was answered.
    Optional<UnfinishedSeries> unfinished() {
        return isSeries() && !left.isEmpty()
                ? Optional.of(new UnfinishedSeries(planned, pace, List.copyOf(left.values()), failed))
                : Optional.empty();
    }
}
