package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cachewright.session.Session;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCopyTest {

    @TempDir
    private Path folder;

    private static Session read(Path folder) {
        return new JsonlSessionStore(folder).last().orElseThrow().session();
    }

    @Test
    void aCopyThatIsReadBackIsTheSession() throws IOException {
        Session session = SampleCalls.twelve();

        SessionCopy.write(session, folder.resolve(session.id() + ".jsonl"));

        assertThat(read(folder)).isEqualTo(session);
    }

    @Test
    void aCopyIsByteForByteWhatTheStoreKeeps() throws IOException {
        Session session = SampleCalls.twelve();
        var store = new JsonlSessionStore(folder.resolve("sessions"));
        for (var call : session.calls()) {
            store.append(session, call);
        }

        SessionCopy.write(session, folder.resolve("copy.jsonl"));

        assertThat(folder.resolve("copy.jsonl")).hasSameBinaryContentAs(
                folder.resolve("sessions").resolve(session.id() + ".jsonl"));
    }

    @Test
    void aCopyTakesThePlaceOfWhatWasThere() throws IOException {
        Path file = folder.resolve("many.jsonl");
        SessionCopy.write(SampleCalls.warm(9), file);

        SessionCopy.write(SampleCalls.warm(2), file);

        assertThat(read(folder)).isEqualTo(SampleCalls.warm(2));
    }

    @Test
    void aSessionWithoutCallsIsAnEmptyFile() throws IOException {
        SessionCopy.write(Session.started("s"), folder.resolve("s.jsonl"));

        assertThat(folder.resolve("s.jsonl")).isEmptyFile();
        assertThat(read(folder)).isEqualTo(Session.started("s"));
    }

    @Test
    void aFolderIsNoFileToWriteTo() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "x");

        assertThatIOException().isThrownBy(() -> SessionCopy.write(SampleCalls.twelve(), taken));

        assertThat(taken.resolve("inside")).hasContent("x");
    }
}
