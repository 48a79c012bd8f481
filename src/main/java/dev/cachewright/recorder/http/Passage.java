package dev.cachewright.recorder.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// One client's connection from its first request to its end. The client is read on the thread that runs it, its server
/// on another, so that neither direction waits for the other.
///
/// The connection to the server lives as long as that of the client, and what one of them does the other is shown: it
/// ends, breaks, or is kept. Only where a client asks for another server it is exchanged, after the last answer.
final class Passage {

    /// How long a client may take to notice that it was answered.
    private static final int LINGER_MILLIS = 2_000;
    private static final int MOST_DRAINED = 64 << 20;

    private final Socket client;
    private final Inflow in;
    private final Parts parts;
    private Optional<Connected> connected = Optional.empty();

    Passage(Socket client, Parts parts) throws IOException {
        this.client = client;
        this.parts = parts;
        this.in = new Inflow(client.getInputStream(), parts.nanos());
    }

    /// What all connections have in common.
    record Parts(List<Route> routes, Dialer dialer, Watcher watcher, LongSupplier nanos, Executor threads) {
    }

    private record Connected(Route route, Upstream server, Answers answers) {
    }

    /// The server took no more.
    private static final class ServerGone extends IOException {

        private static final long serialVersionUID = 1L;

        ServerGone(IOException cause) {
            super(cause);
        }
    }

    void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Optional<HttpHead> head = in.head();
                goesOn = head.isPresent() && pass(head.get());
            }
        } catch (MalformedHttp e) {
            refuse(new Refusal(400, e.getMessage()));
        } catch (ServerGone _) {
            connected.ifPresent(gone -> gone.answers().awaitEnd());
            drain();
        } catch (IOException | RejectedExecutionException _) {
            // The client is gone, or this server is being closed.
        } finally {
            connected.ifPresent(left -> left.answers().leave());
            Quietly.close(client);
        }
    }

    /// Passes one request on.
    ///
    /// @return whether another can follow
    private boolean pass(HttpHead head) throws IOException {
        RequestLine line = RequestLine.of(head);
        BodyFrame body = BodyFrame.ofRequest(head);
        Optional<Refusal> refusal = Admission.refusal(line, head);
        Optional<Route> route = parts.routes().stream().filter(each -> each.takes(line.target())).findFirst();
        if (refusal.isPresent() || route.isEmpty()) {
            refuse(refusal.orElseGet(this::noRoute));
            return false;
        }
        Tap tap = parts.watcher().begin(route.get(), line.method(), route.get().targetThere(line.target()), head,
                in.began());
        var turn = new Turn(tap, line.method().equals("HEAD"), SentHead.isUpgrade(head));
        Optional<Connected> to = connect(route.get(), turn, body, head);
        if (to.isEmpty()) {
            return false;
        }
        to.get().answers().begin(turn);
        send(to.get(), turn, body, SentHead.of(line, head, route.get()));
        return turn.isUpgrade() && to.get().answers().awaitSwitch(turn)
                ? passRaw(to.get())
                : !to.get().answers().isOver();
    }

    private Refusal noRoute() {
        return new Refusal(404, "Nothing is watched under this path: begin it with "
                + parts.routes().stream().map(Route::prefix).collect(Collectors.joining(", ")));
    }

    /// The connection that a request goes out on; empty where there is none and the client was told.
    private Optional<Connected> connect(Route route, Turn turn, BodyFrame body, HttpHead head) throws IOException {
        boolean isThere = connected.filter(now -> now.route().equals(route)).isPresent();
        if (!isThere && connected.isPresent()) {
            boolean isFree = connected.get().answers().awaitAll();
            if (!isFree) {
                turn.tap().ended(new Tap.Ending.Cut(), parts.nanos().getAsLong());
                return Optional.empty();
            }
            connected.get().answers().retire();
            connected = Optional.empty();
        }
        if (connected.isEmpty()) {
            try {
                Upstream server = parts.dialer().dial(route);
                connected = Optional.of(new Connected(route, server, Answers.start(server, client, parts)));
            } catch (IOException e) {
                giveUp(route, turn, body, head, e);
            }
        }
        return connected;
    }

    /// Takes the request in, so that it is known what was not answered, and says so.
    private void giveUp(Route route, Turn turn, BodyFrame body, HttpHead head, IOException cause) throws IOException {
        boolean isWaiting = !head.values("expect").isEmpty();
        boolean isMore = !isWaiting;
        while (isMore && !body.isDone()) {
            isMore = in.pass(body, turn.tap()::request, OutputStream.nullOutputStream());
        }
        turn.tap().ended(new Tap.Ending.Unreached(cause), parts.nanos().getAsLong());
        refuse(new Refusal(502, "Cachewright cannot reach " + route.name()));
    }

    private void send(Connected to, Turn turn, BodyFrame body, byte[] head) throws IOException {
        OutputStream out = new ToServer(to.server().out());
        out.write(head);
        boolean isMore = true;
        while (isMore && !body.isDone()) {
            if (in.isEmpty()) {
                out.flush();
            }
            isMore = passMore(turn, body, out);
        }
        out.flush();
        if (!isMore) {
            throw new IOException("the client left");
        }
        to.answers().sent();
        turn.tap().sent(parts.nanos().getAsLong());
    }

    /// Where a body is malformed, the server waits for its end in vain: there is nothing to be said to the client.
    private boolean passMore(Turn turn, BodyFrame body, OutputStream out) throws IOException {
        try {
            return in.pass(body, turn.tap()::request, out);
        } catch (MalformedHttp _) {
            return false;
        }
    }

    private boolean passRaw(Connected to) throws IOException {
        in.passAll(new ToServer(to.server().out()));
        return false;
    }

    /// Answers in the place of a server, after the answers before.
    private void refuse(Refusal refusal) {
        if (connected.isPresent() && !connected.get().answers().awaitAll()) {
            return;
        }
        try {
            client.getOutputStream().write(refusal.bytes());
            client.shutdownOutput();
            drain();
        } catch (IOException _) {
            // It did not wait for the answer.
        }
    }

    /// Takes what the client still sends: a connection that is closed before takes the answer with it.
    private void drain() {
        try {
            client.setSoTimeout(LINGER_MILLIS);
            byte[] buffer = new byte[32 * 1024];
            int left = MOST_DRAINED;
            for (int count = 0; count >= 0 && left > 0; left -= count) {
                count = client.getInputStream().read(buffer);
            }
        } catch (IOException _) {
            // It has left, or waits for nothing.
        }
    }

    /// Tells apart which end it is that is gone.
    private static final class ToServer extends OutputStream {

        private final OutputStream out;

        ToServer(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[]{(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new ServerGone(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new ServerGone(e);
            }
        }
    }
}
