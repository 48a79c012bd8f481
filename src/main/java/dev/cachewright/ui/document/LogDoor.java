package dev.cachewright.ui.document;

import dev.cachewright.ui.fx.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Tells logs of calls from prompts and values, and hands them to what reads them.
public final class LogDoor {

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".log", ".gz", ".zst");

    private final Background background;
    private Predicate<Path> isLog = _ -> false;
    private Consumer<List<Path>> reader = _ -> {
    };

    LogDoor(Background background) {
        this.background = background;
    }

    /// @param holdsCalls looks into what may be a log; asked in the background
    /// @param reads is given all logs that came together
    public void lead(Predicate<Path> holdsCalls, Consumer<List<Path>> reads) {
        isLog = holdsCalls;
        reader = reads;
    }

    /// Hands on what holds calls; where nothing does, `next` is done with the files.
    void pass(List<Path> files, Runnable next) {
        List<Path> possible = files.stream().filter(LogDoor::mayBeLog).toList();
        if (possible.isEmpty()) {
            next.run();
            return;
        }
        background.run(() -> possible.stream().filter(isLog).toList()).onDone(found -> {
            if (found.isEmpty()) {
                next.run();
            } else {
                reader.accept(found);
            }
        }).onFailure(Throwable.class, _ -> next.run());
    }

    private static boolean mayBeLog(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) || Files.isDirectory(file);
    }
}
