package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:41:00Z"));

    @TempDir
    private Path folder;

    @Test
    void aReportSaysVersionSystemAndStackAndNothingOfThePrompt() throws IOException {
        reports().uncaughtException(Thread.currentThread(), new IllegalStateException("You are the support agent"));

        assertThat(folder.resolve("crash-2026-11-23T09-41-00Z-1.txt")).content()
                .startsWith("Cachewright 1.2.3\n2026-11-23T09:41:00Z\n").contains(System.getProperty("os.name"))
                .contains("java.lang.IllegalStateException\n    at ").contains("CrashReportsTest")
                .doesNotContain("support agent");
    }

    @Test
    void anExceptionInEveryFrameDoesNotFillTheDisk() throws IOException {
        CrashReports reports = reports();
        for (int i = 0; i < 100; i++) {
            reports.uncaughtException(Thread.currentThread(), new IllegalStateException());
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(5);
        }
    }

    private CrashReports reports() {
        return new CrashReports(folder, "1.2.3", CLOCK);
    }
}
