package dev.cachewright.cli.compare;

import dev.cachewright.cli.print.CallFigures;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.FewLines;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Says beside the result how an experiment goes, and remembers what went wrong.
final class ExperimentPrinter implements Consumer<RunEvent> {

    private final Console console;
    private final int perRound;
    private final int rounds;
    private final boolean isTold;
    private final FewLines failed;
    private final FewLines unreadable;
    private final List<String> failures = new ArrayList<>();
    private int ended;
    private int answered;
    private int cancelled;
    private String lost = "";

    /// @param perRound calls in a round
    /// @param rounds all of them, the one that warms the caches among them
    /// @param isTold whether each round is told of: where they take long
    ExperimentPrinter(Console console, int perRound, int rounds, boolean isTold) {
        this.console = console;
        this.perRound = perRound;
        this.rounds = rounds;
        this.isTold = isTold;
        this.failed = new FewLines(console, "calls that failed: ");
        this.unreadable = new FewLines(console, "warning: calls with counts that are not readable: ");
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started _,RunEvent.Waiting _,RunEvent.TextArrived _ -> {
            }
            case RunEvent.Refused refused -> console.say(Texts.format("run-printer.refused", refused.number(),
                    refused.tries(), FailureWords.message(refused.failure()), refused.pause().toSeconds()));
            case RunEvent.SpendingReached limit -> console.say(Texts.format("run-printer.spending",
                    Numbers.money(limit.spent().dollars()), Numbers.money(limit.limit().dollars())));
            case RunEvent.Finished finished -> add(finished.call());
            case RunEvent.NotKept problem -> lost = problem.reason();
        }
    }

    private void add(Call call) {
        ended++;
        if (call.measurement().result() instanceof CallResult.Failed(var failure)) {
            failures.add(FailureWords.message(failure));
            failed.say(CallFigures.VERDICTS.summary(call));
        }
        cancelled += call.measurement().result() instanceof CallResult.Cancelled ? 1 : 0;
        answered += call.measurement().result() instanceof CallResult.Answered ? 1 : 0;
        VerdictWords.unreadable(call).ifPresent(words -> unreadable.say("warning: " + words));
        if (isTold && ended % perRound == 0) {
            console.say(Texts.format("experiment.round", ended / perRound, rounds));
        }
    }

    /// Says what is left to be said.
    ///
    /// @param isStopped whether the calls were told to stop
    void end(boolean isStopped) {
        failed.end();
        unreadable.end();
        int made = ended - cancelled;
        if (isStopped && made < perRound * rounds) {
            console.say(Texts.format("run-printer.stopped", made, perRound * rounds));
        }
        if (!lost.isEmpty()) {
            console.say("Not every call could be written to disk: " + lost);
        }
    }

    int ended() {
        return ended;
    }

    /// Whether all calls were answered, and kept.
    boolean isWhole() {
        return answered == perRound * rounds && lost.isEmpty();
    }

    /// What servers said of failed calls, each once.
    List<String> failures() {
        return failures.stream().distinct().toList();
    }
}
