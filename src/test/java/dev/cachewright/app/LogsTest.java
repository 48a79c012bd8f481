package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    private static final LogLines LINES = new LogLines(
            Map.of("OPENAI_API_KEY", "plain-looking-secret", "EMPTY", ""),
            text -> text.replace("a-key-of-the-keychain", "[key]"));

    @TempDir
    private Path folder;

    private final Logger logger = Logger.getAnonymousLogger();

    @BeforeEach
    void keepTheConsoleQuiet() {
        logger.setUseParentHandlers(false);
    }

    @Test
    void keysAreStruckOutWhereverTheyStand() throws IOException {
        log("sent plain-looking-secret, sk-proj-abcdefgh12, a-key-of-the-keychain and Bearer abcdef.123456");

        assertThat(text()).contains("INFO").contains("sent [key], [key], [key] and [key]").doesNotContain("secret",
                "abcdef");
    }

    @Test
    void anExceptionIsWrittenWithoutItsMessages() throws IOException {
        try (var _ = Logs.start(logger, folder, LINES)) {
            logger.log(Level.WARNING, "failed",
                    new IllegalStateException("the prompt's text", new IOException("more of the text")));
        }

        assertThat(text()).contains("java.lang.IllegalStateException", "caused by java.io.IOException", "at ")
                .doesNotContain("text");
    }

    @Test
    void nobodyElseMayReadWhatIsThereWhileTheyAreWritten() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        try (var _ = Logs.start(logger, folder, LINES); Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as("%s", file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void oldLinesGoWhenTheFilesAreFull() throws IOException {
        try (var logs = Logs.start(logger, folder, LINES, 2_000)) {
            logs.note("the first line");
            for (int i = 0; i < 200; i++) {
                logger.info("line number " + i);
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("cachewright-0.log", "cachewright-1.log", "cachewright-2.log");
        }
        assertThat(text()).contains("line number 199").doesNotContain("the first line");
        assertThat(Files.size(folder.resolve("cachewright-1.log"))).isLessThan(2_200);
    }

    private void log(String message) throws IOException {
        try (var _ = Logs.start(logger, folder, LINES)) {
            logger.info(message);
        }
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("cachewright-0.log"));
    }
}
