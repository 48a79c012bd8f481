package dev.cachewright.provider.openai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Call;

/// One request on its way; cancelled from any thread.
final class Exchange {

    private final byte[] body;
    private final boolean isRehearsal;
    private final Runnable onSent;
    private boolean isSent;
    private Call call;
    private boolean isCancelled;
    private Optional<Deadline.Late> late = Optional.empty();
    private boolean hasConnected;
    private String errorBody = "";

    private Exchange(byte[] body, boolean isRehearsal, Runnable onSent) {
        this.body = body.clone();
        this.isRehearsal = isRehearsal;
        this.onSent = onSent;
    }

    /// @param onSent is run once, when the whole request has gone out
    static Exchange of(String body, Runnable onSent) {
        return new Exchange(body.getBytes(StandardCharsets.UTF_8), false, onSent);
    }

    /// An exchange that never leaves the process.
    static Exchange rehearsal() {
        return new Exchange(new byte[0], true, () -> {
        });
    }

    byte[] body() {
        return body.clone();
    }

    boolean isRehearsal() {
        return isRehearsal;
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
        onSent.run();
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

    synchronized void refused(String text) {
        errorBody = text;
    }

    /// What the server said when it refused; empty where it did not.
    synchronized String errorBody() {
        return errorBody;
    }
}
