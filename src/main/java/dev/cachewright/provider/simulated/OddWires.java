package dev.cachewright.provider.simulated;

import dev.cachewright.provider.simulated.answer.Delays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Wires on which an answer arrives whole, but not as it should.
final class OddWires {

    /// Writes before something happens within a stream: some text has come by then, in each of the APIs.
    static final int FIRST_EVENTS = 8;

    private static final String TYPE = "content-type";

    private OddWires() {
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    /// Calls a stream JSON, and JSON HTML.
    record Mislabelled(Wire wire) implements Wire {

        @Override
        public void begin(int status, Map<String, String> headers, int length) throws IOException {
            String wrong = headers.get(TYPE).startsWith("text/event-stream") ? "application/json" : "text/html";
            wire.begin(status, with(headers, TYPE, wrong), length);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            wire.write(bytes);
        }
    }

    /// Falls silent once.
    static final class Silent implements Wire {

        private final Wire wire;
        private final Duration length;
        private boolean isStreamed;
        private int writes;

        Silent(Wire wire, Duration length) {
            this.wire = wire;
            this.length = length;
        }

        @Override
        public void begin(int status, Map<String, String> headers, int size) throws IOException {
            isStreamed = size == STREAMED;
            if (!isStreamed) {
                Delays.pause(length);
            }
            wire.begin(status, headers, size);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (isStreamed && writes++ == FIRST_EVENTS) {
                Delays.pause(length);
            }
            wire.write(bytes);
        }

        @Override
        public void end() throws IOException {
            if (isStreamed && writes <= FIRST_EVENTS) {
                Delays.pause(length);
            }
            wire.end();
        }
    }

    /// Compresses, and flushes after each event.
    static final class Compressed implements Wire {

        private final Wire wire;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final GZIPOutputStream gzip;

        Compressed(Wire wire) throws IOException {
            this.wire = wire;
            this.gzip = new GZIPOutputStream(bytes, true);
        }

        @Override
        public void begin(int status, Map<String, String> headers, int length) throws IOException {
            wire.begin(status, with(headers, "content-encoding", "gzip"), STREAMED);
        }

        @Override
        public void write(byte[] plain) throws IOException {
            gzip.write(plain);
            gzip.flush();
            send();
        }

        @Override
        public void end() throws IOException {
            gzip.close();
            send();
            wire.end();
        }

        private void send() throws IOException {
            wire.write(bytes.toByteArray());
            bytes.reset();
        }
    }

    /// Ends a chunk after the first byte of each character that has several.
    record Cut(Wire wire) implements Wire {

        @Override
        public void begin(int status, Map<String, String> headers, int length) throws IOException {
            wire.begin(status, headers, STREAMED);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            int from = 0;
            for (int i = 0; i < bytes.length; i++) {
                boolean beginsCharacter = (bytes[i] & 0xC0) == 0xC0;
                if (beginsCharacter) {
                    wire.write(Arrays.copyOfRange(bytes, from, i + 1));
                    from = i + 1;
                }
            }
            wire.write(Arrays.copyOfRange(bytes, from, bytes.length));
        }
    }
}
