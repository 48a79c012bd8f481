package dev.cachewright.format.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipException;

/// Reads the calls in logs of any length and of all forms that are known, which are told by what the records hold.
///
/// One thread cuts the logs into parts, the others parse and digest them. Nothing is loaded whole: a log takes a few
/// megabytes, or what its longest record needs.
public final class TrafficLogs {

    private final LogProgress progress;
    private final List<LogStream> later = new ArrayList<>();
    private OptionalLong all = OptionalLong.empty();
    private long before;
    private final Tallies again = new Tallies();
    private int files;

    private TrafficLogs(LogProgress progress) {
        this.progress = progress;
    }

    /// Reads all calls. Requests of batches come last, since their answers stand in other files; in a file of them those
    /// without an answer come after the others.
    ///
    /// @param digest what is made of a call; it runs on several threads
    /// @param sink gets what was made, one after the other in the order of the log, on the thread that asks
    public static <T> LogReport read(Iterable<LogStream> logs, Function<TrafficCall, T> digest, Consumer<T> sink,
            LogProgress progress) {
        List<LogStream> streams = new ArrayList<>();
        logs.forEach(streams::add);
        try (var pipeline = new Pipeline<>(digest, sink)) {
            return new TrafficLogs(progress).read(streams, pipeline);
        }
    }

    private LogReport read(List<LogStream> logs, Pipeline<?> pipeline) {
        all = logs.stream().allMatch(log -> log.bytes().isPresent())
                ? OptionalLong.of(logs.stream().mapToLong(log -> log.bytes().getAsLong()).sum())
                : OptionalLong.empty();
        boolean isCancelled = false;
        try {
            logs.forEach(log -> read(log, true, pipeline));
            later.forEach(log -> {
                read(log, false, pipeline);
                pipeline.endRequests();
            });
            pipeline.finish();
            progress.report(before, all, pipeline.calls());
        } catch (CancelledReading _) {
            isCancelled = true;
        }
        List<LogReport.LeftOut> passedOver = new ArrayList<>(again.all());
        passedOver.addAll(pipeline.passedOver());
        return new LogReport(files, pipeline.calls(), pipeline.forms(), pipeline.unread(), passedOver, before,
                isCancelled);
    }

    /// @param mayWait whether requests of a batch are to be read after all else
    private void read(LogStream log, boolean mayWait, Pipeline<?> pipeline) {
        if (log.isAgain()) {
            again.add(LogReport.AGAIN, new LogPlace(log.name(), 0));
            return;
        }
        pipeline.begin(log.name());
        try (InputStream opened = log.opener().open(); var in = new CountedInput(opened)) {
            Head head = Head.of(in);
            if (mayWait && log.isRepeatable() && head.isBatchRequests()) {
                later.add(log);
                return;
            }
            try {
                cut(head, in, pipeline);
            } finally {
                before += in.taken();
            }
        } catch (IOException e) {
            pipeline.accept(new Cut.Fault(words(e), 0, 0));
        }
        files++;
        pipeline.end();
    }

    private void cut(Head head, CountedInput in, Pipeline<?> pipeline) throws IOException {
        Optional<String> refusal = head.refusal();
        if (refusal.isPresent()) {
            pipeline.accept(new Cut.Fault(refusal.get(), 0, 0));
            return;
        }
        Consumer<Cut> to = cut -> {
            progress.report(before + in.taken(), all, pipeline.calls());
            if (progress.isCancelled()) {
                throw new CancelledReading();
            }
            pipeline.accept(cut);
        };
        if (head.isDocument()) {
            DocumentCutter.cut(head.with(in), to);
        } else {
            LineCutter.cut(head.with(in), to);
        }
    }

    private static String words(IOException e) {
        return switch (e) {
            case EOFException _ -> "cut off where it is packed";
            case ZipException _ -> "damaged where it is packed";
            default -> "a file that cannot be read to its end";
        };
    }
}
