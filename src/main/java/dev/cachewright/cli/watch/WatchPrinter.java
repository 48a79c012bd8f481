package dev.cachewright.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cli.print.CallFigures;
import dev.cachewright.cli.print.CallLine;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.FewLines;
import dev.cachewright.cli.print.Table;
import dev.cachewright.recorder.Recorder;
import dev.cachewright.recorder.WatchAddresses;
import dev.cachewright.recorder.WatchEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.words.Texts;
import dev.cachewright.words.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Prints the calls of a watch as they end: a table, or a line of JSON for each. Holds none of them, so that a watch can
/// be left on. Safe for several threads.
final class WatchPrinter implements Consumer<WatchEvent> {

    private static final int MODEL_WIDTH = 20;

    private final Console console;
    private final boolean isJson;
    private final Table.Columns columns = columns();
    private final WatchTotals totals = new WatchTotals();
    private final FewLines failed;
    private final FewLines unreadable;
    private String refusal = "";
    private String session = "";

    WatchPrinter(Console console, boolean isJson) {
        this.console = console;
        this.isJson = isJson;
        this.failed = new FewLines(console, "calls that failed: ");
        this.unreadable = new FewLines(console, "warning: calls with counts that are not readable: ");
    }

    private static Table.Columns columns() {
        Table.Columns usual = CallLine.columns();
        return new Table.Columns("><" + usual.sides().substring(1), second("model", usual.heads()),
                second(MODEL_WIDTH, usual.widths()));
    }

    private static <T> List<T> second(T more, List<T> all) {
        var list = new ArrayList<T>(all);
        list.add(1, more);
        return List.copyOf(list);
    }

    /// Says where the recorder can be reached.
    synchronized void open(Recorder recorder, String kept) {
        session = kept;
        WatchAddresses addresses = recorder.addresses();
        if (isJson) {
            console.print(AddressLines.json(addresses, session));
            return;
        }
        Stream.of(AddressLines.of(addresses),
                List.of("", "Calls are kept in session " + session + ". End with Ctrl+C.", ""))
                .flatMap(List::stream).forEach(console::print);
        console.print(columns.head());
    }

    @Override
    public synchronized void accept(WatchEvent event) {
        switch (event) {
            case WatchEvent.Ended ended -> add(ended);
            case WatchEvent.DiskRefused refused -> refuse(refused);
            case WatchEvent.Missed missed -> console
                    .say("warning: " + Texts.format("watch.missed." + missed.gap().word(), missed.calls()));
        }
    }

    private void add(WatchEvent.Ended ended) {
        Call call = ended.call();
        totals.add(call);
        var line = new CallLine(call, ended.input(), call.forecast().isKnown());
        if (isJson) {
            ObjectNode json = line.json().put("model", call.target().model()).put("server", call.target().profile())
                    .put("api", call.target().api().word());
            console.print(ended.key().isEmpty() ? json : json.put("key", ended.key()));
        } else {
            console.print(columns.line(second(call.target().model(), line.cells())));
        }
        if (call.measurement().result() instanceof CallResult.Failed) {
            failed.say(CallFigures.VERDICTS.summary(call));
        }
        VerdictWords.unreadable(call).ifPresent(words -> unreadable.say("warning: " + words));
    }

    /// Once for each reason: with a full disk it would be said with each call.
    private void refuse(WatchEvent.DiskRefused refused) {
        if (!refused.reason().equals(refusal)) {
            refusal = refused.reason();
            console.say("warning: " + Texts.format("watch.disk", refusal));
        }
    }

    /// Says what the calls come to.
    ///
    /// @param lost calls that the disk did not take
    /// @return whether all of them were kept
    synchronized boolean close(int lost) {
        failed.end();
        unreadable.end();
        if (!isJson) {
            console.print("");
            console.print(totals.words());
            if (totals.hasCalls()) {
                console.print(Texts.format("watch.next", session));
            }
        }
        if (lost > 0) {
            console.say(Texts.format("watch.lost", lost, refusal));
        }
        return lost == 0;
    }
}
