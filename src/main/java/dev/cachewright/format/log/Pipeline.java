package dev.cachewright.format.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Takes what was cut off the logs through two stages on several threads, parsing and digesting. Between them calls are
/// put together in the order of the log, and after them the sink gets the results in that order, both on the thread that
/// cuts. What is under way is bounded by its bytes, so that the length of a log does not matter.
///
/// @param <T> what a call is made into
final class Pipeline<T> implements AutoCloseable {

    private static final int MOST_UNDER_WAY = 8 << 20;

    private final Function<TrafficCall, T> digest;
    private final Consumer<T> sink;
    private final Assembly assembly = new Assembly(this::assembled);
    private final ExecutorService threads;
    private final Deque<Parsing> parsing = new ArrayDeque<>();
    private final Deque<Digesting<T>> digesting = new ArrayDeque<>();
    private final SequencedMap<String, Long> forms = new LinkedHashMap<>();
    private List<TrafficCall> gathered = new ArrayList<>();
    private long parsingWeight;
    private long digestingWeight;
    private long calls;

    Pipeline(Function<TrafficCall, T> digest, Consumer<T> sink) {
        this.digest = digest;
        this.sink = sink;
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("log-", 0).factory());
    }

    /// A step of the assembly, which waits for something to be parsed.
    private record Parsing(Future<RecordParser.Parsed> parsed, int weight, Consumer<RecordParser.Parsed> then) {
    }

    private record Digesting<T>(Future<List<T>> digested, List<String> forms, long weight) {
    }

    /// Takes the next part of the file that was begun.
    void accept(Cut cut) {
        var parsed = cut.weight() == 0
                ? CompletableFuture.completedFuture(RecordParser.parse(cut))
                : threads.submit(() -> RecordParser.parse(cut));
        parsing.add(new Parsing(parsed, cut.weight(), assembly::add));
        parsingWeight += cut.weight();
        while (parsingWeight > MOST_UNDER_WAY && parsing.size() > 1) {
            assembleNext();
        }
        deliverDone();
    }

    void begin(String file) {
        step(() -> assembly.begin(file));
    }

    void end() {
        step(assembly::end);
    }

    void endRequests() {
        step(assembly::endRequests);
    }

    /// Brings all that is under way to its end.
    void finish() {
        step(assembly::finish);
        while (!parsing.isEmpty()) {
            assembleNext();
        }
        while (!digesting.isEmpty()) {
            deliverNext();
        }
    }

    /// Calls that the sink has got.
    long calls() {
        return calls;
    }

    SequencedMap<String, Long> forms() {
        return Collections.unmodifiableSequencedMap(forms);
    }

    List<LogReport.LeftOut> unread() {
        return assembly.unread().all();
    }

    List<LogReport.LeftOut> passedOver() {
        return assembly.passedOver().all();
    }

    /// Drops what is still under way.
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void step(Runnable what) {
        parsing.add(new Parsing(CompletableFuture.completedFuture(new RecordParser.Parsed(List.of(), 0)), 0,
                _ -> what.run()));
    }

    private void assembleNext() {
        Parsing next = parsing.remove();
        parsingWeight -= next.weight();
        next.then().accept(get(next.parsed()));
        digestGathered();
    }

    private void assembled(TrafficCall call) {
        gathered.add(call);
    }

    private void digestGathered() {
        if (gathered.isEmpty()) {
            return;
        }
        List<TrafficCall> all = gathered;
        gathered = new ArrayList<>();
        long weight = all.stream().mapToLong(call -> call.body().map(String::length).orElse(0)).sum();
        List<String> names = all.stream().map(TrafficCall::form).toList();
        digesting.add(new Digesting<>(threads.submit(() -> all.stream().map(digest).toList()), names, weight));
        digestingWeight += weight;
        while (digestingWeight > MOST_UNDER_WAY && digesting.size() > 1) {
            deliverNext();
        }
    }

    private void deliverDone() {
        while (!digesting.isEmpty() && digesting.getFirst().digested().isDone()) {
            deliverNext();
        }
    }

    private void deliverNext() {
        Digesting<T> next = digesting.remove();
        digestingWeight -= next.weight();
        List<T> digested = get(next.digested());
        for (int i = 0; i < digested.size(); i++) {
            forms.merge(next.forms().get(i), 1L, Long::sum);
            calls++;
            sink.accept(digested.get(i));
        }
    }

    private static <V> V get(Future<V> future) {
        try {
            return future.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancelledReading();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
