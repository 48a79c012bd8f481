package dev.cachewright.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCopyTest {

    private static final Exchanges SAMPLE = call -> SampleCalls.EXCHANGE;

    @TempDir
    private Path folder;

    private static List<Call> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> SessionLines.read(line).call()).toList();
    }

    @Test
    void aCopyThatIsReadBackIsTheSession() throws IOException {
        Session session = SampleCalls.twelve();

        SessionCopy.write(session, SAMPLE, SessionForm.JSONL, folder.resolve("a.jsonl"));

        assertThat(read(folder.resolve("a.jsonl"))).isEqualTo(session.calls());
    }

    @Test
    void aCopyTakesThePlaceOfWhatWasThere() throws IOException {
        Path file = folder.resolve("many.jsonl");
        SessionCopy.write(SampleCalls.warm(9), SAMPLE, SessionForm.JSONL, file);

        SessionCopy.write(SampleCalls.warm(2), SAMPLE, SessionForm.JSONL, file);

        assertThat(read(file)).isEqualTo(SampleCalls.warm(2).calls());
    }

    @Test
    void aSessionWithoutCallsIsAnEmptyFile() throws IOException {
        SessionCopy.write(Session.started("s"), SAMPLE, SessionForm.JSONL, folder.resolve("s.jsonl"));

        assertThat(folder.resolve("s.jsonl")).isEmptyFile();
    }

    @Test
    void aCallIsReadWhenThoseBeforeItAreWritten() throws IOException {
        Session session = SampleCalls.warm(200);
        var longest = new AtomicLong();
        try (var out = new CountingStream()) {
            var asked = new AtomicLong();
            SessionCopy.write(session, call -> {
                longest.accumulateAndGet(asked.getAndAdd(80_000) - out.written(), Math::max);
                return new Exchange("{\"n\": \"" + "x".repeat(80_000) + "\"}", "");
            }, SessionForm.JSONL, out);

            assertThat(asked).hasValue(200 * 80_000);
            assertThat(out.written()).isGreaterThan(200 * 80_000);
        }
        assertThat(longest.get()).isLessThan(160_000);
    }

    /// Counts what arrives.
    private static final class CountingStream extends OutputStream {

        private long written;

        @Override
        public void write(int one) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            written += count;
        }

        long written() {
            return written;
        }
    }

    @Test
    void theFormIsWhatTheEndingSays() {
        assertThat(SessionForm.of(Path.of("a.b.JSONL"))).contains(SessionForm.JSONL);
        assertThat(SessionForm.of(Path.of("a.ndjson"))).contains(SessionForm.JSONL);
        assertThat(SessionForm.of(Path.of("a.csv"))).contains(SessionForm.CSV);
        assertThat(SessionForm.of(Path.of("a.htm"))).contains(SessionForm.HTML);
        assertThat(SessionForm.of(Path.of("csv"))).isEmpty();
        assertThat(SessionForm.of(Path.of("a.txt"))).isEmpty();
    }

    @Test
    void whatCannotBeReadLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl"), "before");

        assertThatIOException().isThrownBy(() -> SessionCopy.write(SampleCalls.twelve(), call -> {
            throw new IOException("what call 1 sent was not kept");
        }, SessionForm.JSONL, file)).withMessageContaining("what call 1 sent was not kept");

        assertThat(file).hasContent("before");
    }

    @Test
    void aFolderIsNoFileToWriteTo() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "x");

        assertThatIOException()
                .isThrownBy(() -> SessionCopy.write(SampleCalls.twelve(), SAMPLE, SessionForm.JSONL, taken));

        assertThat(taken.resolve("inside")).hasContent("x");
    }
}
