package dev.cachewright.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.cachewright.format.log.LogPlace;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.log.TrafficLogs;
import dev.cachewright.store.FileProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    private static final String CALL = "{\"request\": {\"model\": \"gpt-4.1\", \"messages\": "
            + "[{\"role\": \"user\", \"content\": \"x\"}]}, \"usage\": {\"prompt_tokens\": 9}}\n";

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Packing {

        OutputStream over(OutputStream out) throws IOException;
    }

    @Test
    void aFolderIsReadByNameWithAllInItButHiddenFiles() throws IOException {
        write("b/2.jsonl", bytes(CALL));
        write("b/.hidden.jsonl", bytes(CALL));
        write(".git/x.jsonl", bytes(CALL));
        write("a.txt", bytes(CALL));

        assertThat(LogFiles.at(List.of(folder))).extracting(LogStream::name)
                .containsExactly(folder.resolve("a.txt").toString(), folder.resolve("b/2.jsonl").toString());
    }

    @Test
    void packedLogsAreToldByTheirContent() throws IOException {
        write("1.log", packed(GZIPOutputStream::new, CALL));
        write("2.log", packed(ZstdOutputStream::new, CALL));
        write("3.gz", bytes(CALL));
        byte[] once = packed(GZIPOutputStream::new, CALL);
        byte[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        write("4.gz", twice);

        LogReport report = report(LogFiles.at(List.of(folder)));

        assertThat(report.calls()).isEqualTo(5);
        assertThat(report.files()).isEqualTo(4);
        assertThat(report.unread()).isEmpty();
    }

    @Test
    void progressOfAPackedLogIsThatOfItsFile() throws IOException {
        write("1.gz", packed(GZIPOutputStream::new, CALL.repeat(20_000)));
        long size = Files.size(folder.resolve("1.gz"));
        List<Long> seen = new ArrayList<>();

        LogReport report = TrafficLogs.read(LogFiles.at(List.of(folder)), call -> call, _ -> {
        }, (bytes, all, _) -> {
            assertThat(all).isEqualTo(OptionalLong.of(size));
            seen.add(bytes);
        });

        assertThat(report.bytes()).isEqualTo(size);
        assertThat(seen).isSorted().last().isEqualTo(size);
    }

    @Test
    void halfAPackedLogIsReadAsFarAsItGoes() throws IOException {
        for (Packing packing : List.<Packing>of(GZIPOutputStream::new, ZstdOutputStream::new)) {
            byte[] whole = packed(packing, uniform(30_000));
            Path file = write("half", Arrays.copyOf(whole, whole.length / 2));

            LogReport report = report(LogFiles.at(List.of(file)));

            assertThat(report.calls()).isBetween(10_000L, 20_000L);
            assertThat(report.unread()).containsExactly(new LogReport.LeftOut("cut off where it is packed", 1,
                    new LogPlace(file.toString(), report.calls() + 1)));
        }
    }

    @Test
    void aDamagedPackedLogIsToldOnce() throws IOException {
        // As the zstd program does by itself.
        Packing withChecksum = out -> new ZstdOutputStream(out).setChecksum(true);
        for (Packing packing : List.of(GZIPOutputStream::new, withChecksum)) {
            byte[] whole = packed(packing, uniform(30_000));
            Arrays.fill(whole, whole.length / 2, whole.length / 2 + 400, (byte) 0x55);
            Path file = write("damaged", whole);

            LogReport report = report(LogFiles.at(List.of(file)));

            assertThat(report.unread()).last().extracting(LogReport.LeftOut::reason)
                    .isEqualTo("damaged where it is packed");
        }
    }

    @Test
    void standardInputMayBePackedToo() throws IOException {
        byte[] packed = packed(ZstdOutputStream::new, CALL + CALL);

        LogReport report = report(List.of(LogFiles.standardInput(new ByteArrayInputStream(packed))));

        assertThat(report.calls()).isEqualTo(2);
        assertThat(report.bytes()).isEqualTo(packed.length);
    }

    @Test
    void aPathWithNothingThereIsRefused() {
        Path missing = folder.resolve("missing.jsonl");

        assertThatThrownBy(() -> LogFiles.at(List.of(missing))).isInstanceOf(FileProblem.class)
                .hasMessage("There is no such file");
    }

    @Test
    void aFileThatIsGoneByThenIsCountedAsUnread() throws IOException {
        Path file = write("1.jsonl", bytes(CALL));
        List<LogStream> logs = LogFiles.at(List.of(file));
        Files.delete(file);

        assertThat(report(logs).unread()).extracting(LogReport.LeftOut::reason)
                .containsExactly("a file that cannot be read to its end");
    }

    /// Lines that differ, so that half the packed bytes are about half the lines.
    private static String uniform(int lines) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(CALL.replace("\"x\"", "\"" + Integer.toHexString(i * 0x9E3779B1) + "\""));
        }
        return text.toString();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static LogReport report(List<LogStream> logs) {
        return TrafficLogs.read(logs, call -> call, _ -> {
        }, LogProgress.none());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(Packing packing, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.over(bytes)) {
            out.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    @Test
    void aLogThatIsGivenTwiceIsReadOnce() throws IOException {
        Path file = write("b/2.jsonl", bytes(CALL));
        Path link = Files.createSymbolicLink(folder.resolve("a-link.jsonl"), file);
        Path linked = Files.createSymbolicLink(folder.resolve(".all"), folder);

        LogReport report = report(LogFiles.at(List.of(file, folder, folder.resolve("b/../b/2.jsonl"), linked)));

        assertThat(report.calls()).isEqualTo(1);
        assertThat(report.files()).isEqualTo(1);
        assertThat(report.again()).contains(new LogReport.LeftOut("given twice: read once", 5,
                new LogPlace(link.toString(), 0)));
    }

    @Test
    void linksToFilesAreFollowedAndWhatTheyLeadToMayBeGone() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve(".elsewhere"));
        Path file = Files.write(elsewhere.resolve("pod.log"), bytes(CALL));
        Path link = Files.createSymbolicLink(folder.resolve("pod.log"), file);
        Files.createSymbolicLink(folder.resolve("gone.log"), elsewhere.resolve("none"));
        Path linked = Files.createSymbolicLink(folder.resolve(".linked"), elsewhere);

        assertThat(LogFiles.at(List.of(folder))).extracting(LogStream::name).containsExactly(link.toString());
        assertThat(LogFiles.at(List.of(linked))).extracting(LogStream::name)
                .containsExactly(linked.resolve("pod.log").toString());
    }

    @Test
    void standardInputIsReadOnceToo() {
        var files = new LogFiles();
        files.addStandardInput(new ByteArrayInputStream(bytes(CALL)));
        files.addStandardInput(new ByteArrayInputStream(bytes(CALL)));

        assertThat(report(files.streams()).calls()).isEqualTo(1);
    }
}
