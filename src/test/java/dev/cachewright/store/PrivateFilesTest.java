package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void assumePosix() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no such permissions");
    }

    @Test
    void foldersAndFilesAreTheUsersAlone() throws IOException {
        Path file = folder.resolve("a/b/preferences.json");

        AtomicFile.writePrivate(file, bytes("{}"));

        assertThat(bits(file)).isEqualTo("rw-------");
        assertThat(bits(file.getParent())).isEqualTo("rwx------");
        assertThat(bits(file.getParent().getParent())).isEqualTo("rwx------");
    }

    @Test
    void whatWasOpenIsClosed() throws IOException {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("open")).resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

        AtomicFile.writePrivate(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(bits(file)).isEqualTo("rw-------");
        assertThat(bits(file.getParent())).isEqualTo("rwx------");
    }

    @Test
    void whatIsStricterStays() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        PrivateFiles.close(file);

        assertThat(bits(file)).isEqualTo("r--------");
    }

    /// A prompt is the user's own file, for the user's umask to decide.
    @Test
    void aFileOfTheUsersGetsWhatTheUserGivesToNewFiles() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));

        AtomicFile.write(folder.resolve("new.prompt"), bytes("text"));

        assertThat(bits(folder.resolve("new.prompt"))).isEqualTo(bits(usual));
    }

    private static String bits(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
