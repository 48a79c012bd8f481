package dev.cachewright.provider.openai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Call;

/// One request on its way; cancelled from any thread.
final class Exchange {

    private final byte[] body;
    private final boolean isRehearsal;
    private Call call;
    private boolean isCancelled;
    private boolean hasConnected;
    private String errorBody = "";

    private Exchange(byte[] body, boolean isRehearsal) {
        this.body = body.clone();
        this.isRehearsal = isRehearsal;
    }

    static Exchange of(String body) {
        return new Exchange(body.getBytes(StandardCharsets.UTF_8), false);
    }

    /// An exchange that never leaves the process.
    static Exchange rehearsal() {
        return new Exchange(new byte[0], true);
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
        if (isCancelled) {
            throw new IOException("Canceled");
        }
    }

    /// Closes the socket at once, whatever is being waited for.
    void cancel() {
        Call running;
        synchronized (this) {
            isCancelled = true;
            running = call;
        }
        if (running != null) {
            running.cancel();
        }
    }

    /// A connection was opened for it, rather than taken from the pool.
    synchronized void connected() {
        hasConnected = true;
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
