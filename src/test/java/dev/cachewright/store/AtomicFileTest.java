package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void writesANewFileAndTheFoldersAboveIt() throws IOException {
        Path file = folder.resolve("a/b/new.txt");

        AtomicFile.write(file, bytes("text"));

        assertThat(file).hasContent("text");
        assertThat(names(file.getParent())).containsExactly("new.txt");
    }

    @Test
    void aReaderFindsTheOldBytesOrTheNew() throws IOException {
        byte[] old = new byte[200_000];
        byte[] fresh = new byte[300_000];
        Arrays.fill(fresh, (byte) 1);
        Path file = Files.write(folder.resolve("file"), old);
        var isDone = new AtomicBoolean();
        var reader = CompletableFuture.supplyAsync(() -> {
            boolean isWhole = true;
            while (!isDone.get()) {
                byte[] read = read(file);
                isWhole &= Arrays.equals(read, old) || Arrays.equals(read, fresh);
            }
            return isWhole;
        });

        for (int i = 0; i < 20; i++) {
            AtomicFile.write(file, i % 2 == 0 ? fresh : old);
        }

        isDone.set(true);
        assertThat(reader.join()).isTrue();
        assertThat(names(folder)).containsExactly("file");
    }

    @Test
    void permissionsStay() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("secret"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        AtomicFile.write(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
    }

    @Test
    void linksAreFollowed() throws IOException {
        assumePosix();
        Path target = Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("other/missing"));

        AtomicFile.write(link, bytes("new"));
        AtomicFile.write(dangling, bytes("made"));

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
        assertThat(dangling).isSymbolicLink();
        assertThat(folder.resolve("other/missing")).hasContent("made");
    }

    @Test
    void aFailureKeepsWhatWasThereAndLeavesNothingBehind() throws IOException {
        // A folder with something in it cannot be replaced by a file.
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "kept");

        assertThatIOException().isThrownBy(() -> AtomicFile.write(taken, bytes("new")));

        assertThat(names(folder)).containsExactly("taken");
        assertThat(taken.resolve("inside")).hasContent("kept");
    }

    private static void assumePosix() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this system has no such permissions and links");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
