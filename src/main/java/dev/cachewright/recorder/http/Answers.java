package dev.cachewright.recorder.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.LongSupplier;

/// Hands on what a server sends to a client, piece by piece as it comes, on a thread of its own; then looks at it.
final class Answers {

    private static final int BUFFER = 32 * 1024;

    private final Upstream server;
    private final Socket client;
    private final LongSupplier nanos;
    private final AnswerFrames frames = new AnswerFrames();
    private boolean isOver;
    private boolean isRetired;
    private boolean hasClientLeft;
    private boolean isRequestUnderWay;

    private Answers(Upstream server, Socket client, LongSupplier nanos) {
        this.server = server;
        this.client = client;
        this.nanos = nanos;
    }

    static Answers start(Upstream server, Socket client, Passage.Parts parts) {
        var answers = new Answers(server, client, parts.nanos());
        parts.threads().execute(answers::run);
        return answers;
    }

    /// A request is about to go out, whose answer comes after those that are waited for.
    synchronized void begin(Turn turn) {
        frames.expect(turn);
        isRequestUnderWay = true;
        if (isOver) {
            // Its last bytes are behind us; nobody else would say so.
            frames.end(true, hasClientLeft, nanos.getAsLong());
        }
    }

    /// The whole request has gone out.
    synchronized void sent() {
        isRequestUnderWay = false;
    }

    /// Waits until every answer has gone to the client.
    ///
    /// @return whether another request can be sent on this connection
    synchronized boolean awaitAll() {
        return await(() -> frames.isIdle() || frames.isOpaque()) && frames.isIdle();
    }

    /// Waits until it is known whether the connection leaves HTTP.
    ///
    /// @return whether it does
    synchronized boolean awaitSwitch(Turn turn) {
        return await(() -> frames.hasSwitched() || !frames.isWaitedFor(turn)) && frames.hasSwitched();
    }

    /// Waits until nothing comes any more.
    synchronized void awaitEnd() {
        await(() -> false);
    }

    private interface Condition {

        boolean isMet();
    }

    private boolean await(Condition condition) {
        try {
            while (!isOver && !condition.isMet()) {
                wait();
            }
            return !isOver;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized boolean isOver() {
        return isOver;
    }

    /// The client is gone: its calls are ended at the server as well.
    void leave() {
        synchronized (this) {
            hasClientLeft = true;
        }
        server.close();
    }

    /// The client goes on with another server.
    void retire() {
        synchronized (this) {
            isRetired = true;
        }
        server.close();
    }

    private void run() {
        boolean isBroken = true;
        try {
            pass(client.getOutputStream());
            isBroken = false;
        } catch (IOException _) {
            // Said below, to both ends and to the taps.
        } finally {
            finish(isBroken);
        }
    }

    private void pass(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = server.in().read(buffer); count >= 0; count = server.in().read(buffer)) {
            long came = nanos.getAsLong();
            try {
                out.write(buffer, 0, count);
            } catch (IOException e) {
                synchronized (this) {
                    hasClientLeft = true;
                }
                throw e;
            } finally {
                look(buffer, count, came);
            }
        }
    }

    private synchronized void look(byte[] bytes, int count, long came) {
        frames.accept(bytes, count, came);
        notifyAll();
    }

    private void finish(boolean isBroken) {
        boolean isHalf;
        boolean isKept;
        boolean isLost;
        synchronized (this) {
            isOver = true;
            isKept = isRetired;
            isLost = isBroken && !frames.isIdle();
            frames.end(isBroken, hasClientLeft, nanos.getAsLong());
            isHalf = isRequestUnderWay && !isLost;
            notifyAll();
        }
        server.close();
        if (!isKept) {
            end(isLost, isHalf);
        }
    }

    /// Ends the connection to the client as the server ended its own. What broke after the last answer is closed in good
    /// order: a client that has not read all of it yet would lose the rest.
    private void end(boolean isLost, boolean isHalf) {
        if (isLost) {
            Quietly.reset(client);
        } else if (isHalf) {
            // It may be answered before it has sent everything; closing now could take the answer from it.
            try {
                client.shutdownOutput();
            } catch (IOException _) {
                Quietly.close(client);
            }
        } else {
            Quietly.close(client);
        }
    }
}
