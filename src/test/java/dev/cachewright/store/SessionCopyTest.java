package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        SessionCopy.write(session, SAMPLE, folder.resolve("a.jsonl"));

        assertThat(read(folder.resolve("a.jsonl"))).isEqualTo(session.calls());
    }

    @Test
    void aCopyTakesThePlaceOfWhatWasThere() throws IOException {
        Path file = folder.resolve("many.jsonl");
        SessionCopy.write(SampleCalls.warm(9), SAMPLE, file);

        SessionCopy.write(SampleCalls.warm(2), SAMPLE, file);

        assertThat(read(file)).isEqualTo(SampleCalls.warm(2).calls());
    }

    @Test
    void aSessionWithoutCallsIsAnEmptyFile() throws IOException {
        SessionCopy.write(Session.started("s"), SAMPLE, folder.resolve("s.jsonl"));

        assertThat(folder.resolve("s.jsonl")).isEmptyFile();
    }

    @Test
    void aFolderIsNoFileToWriteTo() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "x");

        assertThatIOException().isThrownBy(() -> SessionCopy.write(SampleCalls.twelve(), SAMPLE, taken));

        assertThat(taken.resolve("inside")).hasContent("x");
    }
}
