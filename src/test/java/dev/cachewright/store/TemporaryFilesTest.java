package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {

    /// No process has it: Linux and Windows count to four million and four thousand million.
    private static final String NOBODY = "999999999999";

    @TempDir
    private Path folder;

    @Test
    void whatAKilledSaveLeftIsRemovedAndNothingElse() throws IOException {
        Path left = Files.writeString(folder.resolve(".a.prompt." + NOBODY + "-1.cachewright-tmp"), "half");
        Path others = Files.writeString(folder.resolve(".a.prompt.tmp"), "of another program");
        Path running = Files.writeString(TemporaryFiles.beside(folder.resolve("a.prompt")), "being written");

        TemporaryFiles.cleanUp(folder, Instant.now());

        assertThat(left).doesNotExist();
        assertThat(others).exists();
        assertThat(running).exists();
    }

    @Test
    void whatIsOldWasLeftWhoeverHasTheNumberNow() throws IOException {
        Path left = Files.writeString(TemporaryFiles.beside(folder.resolve("a.prompt")), "half");

        TemporaryFiles.cleanUp(folder, Instant.now().plusSeconds(120));

        assertThat(left).doesNotExist();
    }

    @Test
    void namesDifferAndAreNotTooLongForTheDisk() {
        Path target = folder.resolve("p".repeat(250));

        Path one = TemporaryFiles.beside(target);

        assertThat(one).isNotEqualTo(TemporaryFiles.beside(target));
        assertThat(one.getParent()).isEqualTo(folder);
        assertThat(one.getFileName().toString().length()).isLessThan(120);
    }

    @Test
    void aFolderThatIsNotThereIsPassedOver() {
        TemporaryFiles.cleanUp(folder.resolve("gone"), Instant.now());

        assertThat(folder).isEmptyDirectory();
    }
}
