package dev.cachewright.app;

import dev.cachewright.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes a report of each uncaught exception, as a file beside the logs. It holds no text of a prompt, no
/// key and no message.
final class CrashReports implements Thread.UncaughtExceptionHandler {

    private static final int AT_MOST = 5;

    private final Path folder;
    private final String version;
    private final InstantSource clock;
    private final AtomicInteger written = new AtomicInteger();

    /// @param version of the program
    CrashReports(Path folder, String version, InstantSource clock) {
        this.folder = folder;
        this.version = version;
        this.clock = clock;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        System.Logger log = System.getLogger(CrashReports.class.getName());
        log.log(System.Logger.Level.ERROR, "Uncaught exception", thrown);
        // An exception in every frame would fill the disk.
        int number = written.incrementAndGet();
        if (number <= AT_MOST) {
            write(number, thread, thrown);
        }
    }

    /// Writes a report; where it is, or why there is none.
    String report(Throwable thrown) {
        return write(written.incrementAndGet(), Thread.currentThread(), thrown);
    }

    private String write(int number, Thread thread, Throwable thrown) {
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Path file = folder.resolve("crash-" + time.replace(":", "-") + "-" + number + ".txt");
        try {
            AtomicFile.writePrivate(file, text(time, thread, thrown).getBytes(StandardCharsets.UTF_8));
            return file.toString();
        } catch (IOException e) {
            System.getLogger(CrashReports.class.getName()).log(System.Logger.Level.ERROR,
                    "The report was not written", e);
            return "the report could not be written to " + folder;
        }
    }

    private String text(String time, Thread thread, Throwable thrown) {
        var lines = new ArrayList<>(List.of("Cachewright " + version, time,
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                "Java " + property("java.runtime.version") + ", JavaFX " + property("javafx.version"),
                "thread " + thread.getName(), ""));
        lines.addAll(StackLines.of(thrown));
        return String.join("\n", lines) + "\n";
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
