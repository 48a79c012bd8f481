package dev.cachewright.provider.wire;

import dev.cachewright.provider.CallEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Call;

/// One request on its way; cancelled from any thread.
final class Exchange {

    private final byte[] body;
    private final Optional<String> rehearsal;
    private final Consumer<CallEvent> events;
    private boolean isSent;
    private boolean isAnswered;
    private Call call;
    private boolean isCancelled;
    private Optional<Deadline.Late> late = Optional.empty();
    private boolean hasConnected;
    private Optional<Refusal> refusal = Optional.empty();

    private Exchange(byte[] body, Optional<String> rehearsal, Consumer<CallEvent> events) {
        this.body = body.clone();
        this.rehearsal = rehearsal;
        this.events = events;
    }

    /// @param events is told once that the whole request has gone out, and once that an answer begins
    static Exchange of(String body, Consumer<CallEvent> events) {
        return new Exchange(body.getBytes(StandardCharsets.UTF_8), Optional.empty(), events);
    }

    /// An exchange that never leaves the process, and its answer.
    static Exchange rehearsal(String answer) {
        return new Exchange(new byte[0], Optional.of(answer), _ -> {
        });
    }

    byte[] body() {
        return body.clone();
    }

    /// The answer to give without asking a server; empty where one is asked.
    Optional<String> rehearsal() {
        return rehearsal;
    }

    /// @throws IOException where it was cancelled before
    synchronized void begin(Call started) throws IOException {
        call = started;
        if (isCancelled || late.isPresent()) {
            throw new IOException("Canceled");
        }
    }

    /// Closes the socket at once, whatever is being waited for.
    void cancel() {
        synchronized (this) {
            isCancelled = true;
        }
        hangUp();
    }

    /// Ends it as [#cancel()] does, because it takes too long.
    void expire(Deadline.Late reason) {
        synchronized (this) {
            late = Optional.of(reason);
        }
        hangUp();
    }

    private void hangUp() {
        Call running;
        synchronized (this) {
            running = call;
        }
        if (running != null) {
            running.cancel();
        }
    }

    /// Why it took too long; empty where it did not.
    synchronized Optional<Deadline.Late> late() {
        return late;
    }

    /// A connection was opened for it, rather than taken from the pool.
    synchronized void connected() {
        hasConnected = true;
    }

    /// The whole request has gone out, perhaps for the second time.
    void sent() {
        synchronized (this) {
            if (isSent) {
                return;
            }
            isSent = true;
        }
        events.accept(new CallEvent.Sent());
    }

    /// The first byte of an answer is here.
    void answered() {
        synchronized (this) {
            if (isAnswered) {
                return;
            }
            isAnswered = true;
        }
        events.accept(new CallEvent.Began());
    }

    synchronized boolean isSent() {
        return isSent;
    }

    synchronized boolean hasConnected() {
        return hasConnected;
    }

    synchronized boolean isCancelled() {
        return isCancelled;
    }

    synchronized void refused(Refusal said) {
        refusal = Optional.of(said);
    }

    /// What the server said in place of an answer; empty where it did not refuse.
    synchronized Optional<Refusal> refusal() {
        return refusal;
    }
}
