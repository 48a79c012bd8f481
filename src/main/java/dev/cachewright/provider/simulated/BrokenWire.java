package dev.cachewright.provider.simulated;

import dev.cachewright.provider.simulated.answer.Delays;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// Writes an answer by hand to the client's own connection, and breaks that.
///
/// A reset is a close with a linger time of 0, which sends RST in place of FIN. What the client has not read by then is
/// lost to it, so that a moment passes before: what was sent is to arrive.
final class BrokenWire implements Wire {

    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Fault fault;
    private final Socket client;
    private boolean isStreamed;
    private int writes;

    BrokenWire(Fault fault, Socket client) {
        this.fault = fault;
        this.client = client;
    }

    /// Thrown once the connection is broken: the rest of the answer has nowhere to go.
    static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        private Broken(Fault fault) {
            super(fault.word());
        }
    }

    @Override
    public void begin(int status, Map<String, String> headers, int length) throws IOException {
        if (fault == Fault.RESET_BEFORE) {
            reset();
        }
        isStreamed = length == STREAMED;
        var head = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(isStreamed ? "transfer-encoding: chunked" : "content-length: " + length).append("\r\n\r\n");
        send(head.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        boolean isWhole = fault == Fault.RESET_AFTER || isStreamed && writes++ < OddWires.FIRST_EVENTS;
        if (isStreamed && (isWhole || fault == Fault.HALF_CHUNK)) {
            send((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        if (!isWhole) {
            breakAfterHalf(bytes);
        }
        send(bytes);
        if (isStreamed) {
            send("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void end() throws IOException {
        if (fault == Fault.HALF_CHUNK) {
            send("40\r\n".getBytes(StandardCharsets.US_ASCII));
            breakAfterHalf(new byte[0]);
        }
        reset();
    }

    private void breakAfterHalf(byte[] bytes) throws IOException {
        if (fault == Fault.HALF_CHUNK || !isStreamed) {
            send(Arrays.copyOf(bytes, bytes.length / 2));
        }
        if (fault == Fault.HALF_CHUNK) {
            client.close();
            throw new Broken(fault);
        }
        reset();
    }

    private void reset() throws IOException {
        if (fault != Fault.RESET_BEFORE) {
            Delays.pause(MOMENT);
        }
        client.setSoLinger(true, 0);
        client.close();
        throw new Broken(fault);
    }

    private void send(byte[] bytes) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
