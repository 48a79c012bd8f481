package dev.cachewright.ui.workspace;

import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which calls of a run have been answered.
final class SeriesProgress {

    private final CallOrder order;
    private final Pace pace;
    private final int firstNumber;
    private final Instant began;
    /// The indices of the calls that are left.
    private final TreeSet<Integer> left = new TreeSet<>();
    private Optional<Call> failed = Optional.empty();
    private Optional<RunEvent.SpendingReached> spending = Optional.empty();

    SeriesProgress(CallOrder order, Pace pace, int firstNumber, Instant began) {
        this.order = order;
        this.pace = pace;
        this.firstNumber = firstNumber;
        this.began = began;
        IntStream.range(0, order.size()).forEach(left::add);
    }

    void ended(Call call) {
        if (call.measurement().result() instanceof CallResult.Answered) {
            left.remove(call.number() - firstNumber);
        } else if (call.measurement().result() instanceof CallResult.Failed) {
            failed = Optional.of(call);
        }
    }

    void reached(RunEvent.SpendingReached limit) {
        spending = Optional.of(limit);
    }

    /// How long the calls that are left take, if they take as long as those that were answered; empty before the first
    /// answer.
    Optional<Duration> timeLeft(Instant now) {
        int answered = order.size() - left.size();
        return answered == 0
                ? Optional.empty()
                : Optional.of(Duration.between(began, now).multipliedBy(left.size()).dividedBy(answered));
    }

    boolean isSeries() {
        return order.size() > 1;
    }

    /// What a series has left; empty for a single call, and where every call was answered.
    Optional<UnfinishedSeries> unfinished() {
        return isSeries() && !left.isEmpty()
                ? Optional.of(new UnfinishedSeries(order.size(), pace, order.only(List.copyOf(left)), failed, spending))
                : Optional.empty();
    }
}
