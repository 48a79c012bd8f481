package dev.cachewright.ui.layouts;

import dev.cachewright.run.RunEvent;
import dev.cachewright.run.experiment.ExperimentPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/// Counts the calls of a measurement, and remembers what went wrong. Used by the thread of the calls alone.
final class Tally implements Consumer<RunEvent> {

    private final ExperimentPlan plan;
    private final Consumer<MeasureProgress> progress;
    private final SequencedSet<String> failures = new LinkedHashSet<>();
    private final SequencedSet<String> notes = new LinkedHashSet<>();
    private int ended;
    private int answered;
    private int cancelled;

    Tally(ExperimentPlan plan, Consumer<MeasureProgress> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started _,RunEvent.Waiting _,RunEvent.TextArrived _,RunEvent.Refused _ -> {
            }
            case RunEvent.SpendingReached limit -> notes.add(Texts.format("measure.spending",
                    Numbers.money(limit.spent().dollars()), Numbers.money(limit.limit().dollars())));
            case RunEvent.NotKept lost -> notes.add(Texts.format("measure.not-kept", lost.reason()));
            case RunEvent.Finished finished -> add(finished.call());
        }
    }

    private void add(Call call) {
        ended++;
        switch (call.measurement().result()) {
            case CallResult.Answered _ -> answered++;
            case CallResult.Failed(var failure) -> failures.add(FailureWords.message(failure));
            case CallResult.Cancelled _ -> cancelled++;
        }
        progress.accept(new MeasureProgress(ended, plan.layouts().size() + 1, plan.rounds()));
    }

    /// Where not all calls were made and answered, says so.
    ///
    /// @param isStopped whether somebody stopped them
    Optional<String> missing(boolean isStopped) {
        int made = ended - cancelled;
        return answered == plan.calls() ? Optional.empty()
                : Optional.of(isStopped && made < plan.calls()
                        ? Texts.format("measure.stopped", made, plan.calls())
                        : Texts.get("measure.not-whole"));
    }

    /// What servers said of failed calls, each once.
    List<String> failures() {
        return List.copyOf(failures);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
