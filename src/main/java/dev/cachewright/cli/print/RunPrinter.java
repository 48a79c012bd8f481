package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Prints the calls of a run as they end, so that an interruption loses none: a table, one JSON document, or a line of
/// JSON for each. Safe for several threads.
public final class RunPrinter implements Consumer<RunEvent>, AutoCloseable {

    private final Console console;
    private final Form form;
    private final RunReport report;
    private final FewLines failed;
    private final FewLines unreadable;
    /// What was counted for the calls on their way, by their number.
    private final Map<Integer, TokenRange> inputs = new HashMap<>();
    private int lostCalls;
    private String lastReason = "";
    private boolean hasReachedLimit;
    private boolean isStopped;
    private boolean isClosed;

    public RunPrinter(Console console, Form form, RunPlan plan) {
        this.console = console;
        this.form = form;
        this.report = new RunReport(plan);
        this.failed = new FewLines(console, "calls that failed: ");
        this.unreadable = new FewLines(console, "warning: calls with counts that are not readable: ");
        open();
    }

    /// How calls are printed.
    public enum Form {
        TABLE, JSON, JSON_LINES
    }

    private void open() {
        switch (form) {
            case TABLE -> console.print(RunReport.columns().head());
            case JSON -> {
                String head = console.json(report.head());
                console.write(head.substring(0, head.length() - 1) + ",\"calls\":[");
            }
            case JSON_LINES -> {
            }
        }
    }

    @Override
    public synchronized void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> inputs.put(started.number(), started.input());
            case RunEvent.Refused refused -> console.say(Texts.format("run-printer.refused", refused.number(),
                    refused.tries(), FailureWords.message(refused.failure()), refused.pause().toSeconds()));
            case RunEvent.SpendingReached limit -> {
                hasReachedLimit = true;
                console.say(Texts.format("run-printer.spending", Numbers.money(limit.spent().dollars()),
                        Numbers.money(limit.limit().dollars())));
            }
            case RunEvent.Waiting _ -> {
            }
            case RunEvent.TextArrived _ -> {
            }
            case RunEvent.Finished finished -> add(finished.call());
            case RunEvent.NotKept lost -> {
                lostCalls++;
                lastReason = lost.reason();
            }
        }
    }

    private void add(Call call) {
        TokenRange input = inputs.remove(call.number());
        boolean isFirst = report.calls().isEmpty();
        report.add(call, input);
        switch (form) {
            case TABLE -> console.print(RunReport.columns().line(report.cells(call, input)));
            case JSON -> console.write((isFirst ? "" : ",") + console.json(report.json(call, input)));
            case JSON_LINES -> console.print(report.json(call, input));
        }
        if (call.measurement().result() instanceof CallResult.Failed) {
            failed.say(CallFigures.VERDICTS.summary(call));
        }
        VerdictWords.unreadable(call).ifPresent(words -> unreadable.say("warning: " + words));
    }

    /// Whether a call failed, of those that have ended.
    public synchronized boolean hasFailed() {
        return report.calls().stream().anyMatch(call -> call.measurement().result() instanceof CallResult.Failed);
    }

    /// Whether the run ended before its last call because of what it may cost.
    public synchronized boolean hasReachedLimit() {
        return hasReachedLimit;
    }

    /// Whether a call could not be written to disk.
    public synchronized boolean hasLost() {
        return lostCalls > 0;
    }

    /// The calls that have ended, in the order in which they did.
    public synchronized List<Call> calls() {
        return report.calls();
    }

    /// The run was told to stop: the end says how many of its calls were made.
    public synchronized void stop() {
        isStopped = true;
    }

    /// Ends the table or the document; also after an interruption.
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        failed.end();
        unreadable.end();
        switch (form) {
            case TABLE -> {
                console.print("");
                console.print(report.lastLine());
            }
            case JSON -> {
                ObjectNode summary = report.summary();
                console.print("],\"exact\":" + report.isExact() + ",\"summary\":" + console.json(summary) + "}");
            }
            case JSON_LINES -> {
            }
        }
        if (isStopped && report.made() < report.planned()) {
            console.say(Texts.format("run-printer.stopped", report.made(), report.planned()));
        }
        if (lostCalls > 0) {
            console.say((lostCalls == report.calls().size() ? "No call" : "Not every call")
                    + " could be written to disk: " + lastReason + ". What is printed here is all there is of "
                    + (lostCalls == 1 ? "1 call" : Numbers.count(lostCalls) + " calls"));
        }
    }
}
