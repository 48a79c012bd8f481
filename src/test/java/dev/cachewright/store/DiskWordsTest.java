package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskWordsTest {

    private static final Path TARGET = Path.of("/work/mine.prompt");

    @Test
    void theyNameTheFileAndTheReason() {
        assertThat(DiskWords.of(new AccessDeniedException("/a/b"))).isEqualTo("no permission for /a/b");
        assertThat(DiskWords.of(new FileSystemException("/a", null, "Too many links")))
                .isEqualTo("Too many links (/a)");
        assertThat(DiskWords.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
        assertThat(DiskWords.of(new IOException())).isEqualTo("unknown cause");
    }

    /// A save writes a temporary file first, whose name nobody knows.
    @Test
    void aTemporaryFileStandsForWhereItWasToGo() {
        String temporary = TemporaryFiles.beside(TARGET).toString();

        assertThat(DiskWords.of(new FileSystemException(temporary, TARGET.toString(), "Is a directory")))
                .isEqualTo("Is a directory (/work/mine.prompt)");
        assertThat(DiskWords.of(new AccessDeniedException(temporary))).isEqualTo("no permission for /work");
    }
}
