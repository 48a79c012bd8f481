package dev.cachewright.recorder;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.KeyMask;
import dev.cachewright.provider.wire.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/// Reads copies on a thread of its own, in the order in which answers begin and end, and keeps them as calls.
///
/// Never waited for: where it falls behind, what it cannot take in is counted.
final class Journal implements AutoCloseable {

    private static final int LONGEST_QUEUE = 10_000;

    private final BlockingQueue<Runnable> steps = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Readers readers;
    private final Shelf shelf;
    private final Gaps gaps;
    private final Consumer<WatchEvent> events;
    private final Thread thread;
    private volatile boolean isClosing;
    private int number;

    private Journal(Readers readers, Shelf shelf, Gaps gaps, Consumer<WatchEvent> events) {
        this.readers = readers;
        this.shelf = shelf;
        this.gaps = gaps;
        this.events = events;
        this.thread = Thread.ofPlatform().daemon().name("recorder").unstarted(this::work);
    }

    /// What copies are read with.
    ///
    /// @param blanked takes texts out of calls; empty where they are kept
    /// @param connect the longest time for a connection
    record Readers(Forecasts forecasts, Dialect dialect, Optional<Blanked> blanked, Duration connect) {
    }

    static Journal start(Readers readers, Shelf shelf, Gaps gaps, Consumer<WatchEvent> events) {
        var journal = new Journal(readers, shelf, gaps, events);
        journal.thread.start();
        return journal;
    }

    /// The answer to a call begins.
    void begun(CallCopy copy) {
        // Where it is not taken in now, it is when the call has ended.
        steps.offer(() -> read(copy));
    }

    /// A call has ended.
    void ended(CallCopy copy) {
        if (!steps.offer(() -> finish(copy))) {
            copy.drop();
            gaps.add(Gap.NO_ROOM);
        }
    }

    /// A call passes that is not copied.
    void missed(Gap gap) {
        gaps.add(gap);
        steps.offer(() -> {
        });
    }

    /// A call passes that could not be taken in.
    void failed(Throwable fault) {
        log(fault);
        missed(Gap.FAILED);
    }

    /// Not its message, which may hold what was sent.
    private static void log(Throwable fault) {
        System.getLogger(Journal.class.getName()).log(System.Logger.Level.WARNING,
                "A call that passed could not be read: " + fault.getClass().getName());
    }

    /// Reads what has come, for so long at most, and ends.
    void close(Duration longest) {
        isClosing = true;
        steps.offer(() -> {
        });
        try {
            thread.join(longest);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }

    private void work() {
        try {
            while (!isClosing || !steps.isEmpty()) {
                steps.take().run();
                gaps.tell(events);
            }
            gaps.tell(events);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(CallCopy copy) {
        if (copy.isDropped()) {
            return;
        }
        try {
            copy.read(ask(copy));
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError _) {
            // It is tried again when the call has ended, and counted then.
        }
    }

    private Asked ask(CallCopy copy) throws IOException {
        CallCopy.Subject subject = copy.subject();
        byte[] bytes = Decoding.whole(copy.requestBody().stream(_ -> {
        }, false), subject.codings());
        String body = new String(bytes, StandardCharsets.UTF_8);
        if (subject.secrets().isIn(body)) {
            body = new KeyMask(subject.secrets().all()).hideInJson(body);
        }
        return readers.forecasts().read(subject, body, seen(copy));
    }

    /// When the cache of the server has seen the request; empty where it has not.
    private static Optional<Duration> seen(CallCopy copy) {
        return copy.answered().filter(CallCopy.Answered::isAccepted)
                .map(answered -> Duration.ofNanos(Math.max(1, answered.nanos() - copy.subject().began())));
    }

    private void finish(CallCopy copy) {
        Optional<Asked> before = copy.asked();
        if (copy.isDropped()) {
            gaps.add(Gap.NO_ROOM);
            return;
        }
        try {
            tell(copy, before.isPresent() ? before.get() : ask(copy));
        } catch (Decoding.Unknown _) {
            gaps.add(Gap.UNKNOWN_CODING);
        } catch (IOException | InputException _) {
            gaps.add(Gap.NOT_READ);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            log(e);
            gaps.add(Gap.FAILED);
        } finally {
            copy.drop();
        }
    }

    private void tell(CallCopy copy, Asked request) throws Decoding.Unknown {
        Recollection.Recalled whole = new Recollection(copy, request, readers.dialect(), readers.connect())
                .recall(number + 1);
        number++;
        Recollection.Recalled kept = readers.blanked()
                .map(blanked -> new Recollection.Recalled(blanked.call(whole.call()),
                        blanked.exchange(whole.exchange())))
                .orElse(whole);
        shelf.keep(kept.call(), kept.exchange(), events);
        events.accept(new WatchEvent.Ended(kept.call(), kept.exchange(), request.input(),
                readers.forecasts().group(copy.subject())));
    }
}
