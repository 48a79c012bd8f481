package dev.cachewright.ui.document;

import dev.cachewright.ui.fx.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// Tells logs of calls from prompts and values, and hands them to what reads them.
public final class LogDoor {

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".log", ".gz", ".zst");
    /// What is a prompt where it holds one request, and a log where it holds more.
    private static final List<String> EITHER = List.of(".json", ".har");

    private final Background background;
    private final Dialogs dialogs;
    private BiPredicate<Path, Integer> holdsCalls = (_, _) -> false;
    private Consumer<List<Path>> reader = _ -> {
    };

    LogDoor(Background background, Dialogs dialogs) {
        this.background = background;
        this.dialogs = dialogs;
    }

    /// @param looks whether there are so many calls in what may be a log; asked in the background
    /// @param reads is given all logs that came together
    public void lead(BiPredicate<Path, Integer> looks, Consumer<List<Path>> reads) {
        holdsCalls = looks;
        reader = reads;
    }

    /// Hands on what holds calls; where nothing does, `next` is done with the files. Of what could be opened as a prompt
    /// alone the user is asked.
    void pass(List<Path> files, Runnable next) {
        List<Path> possible = files.stream().filter(file -> isLogByName(file) || isEither(file)).toList();
        if (possible.isEmpty()) {
            next.run();
            return;
        }
        background.run(() -> possible.stream().filter(this::isLog).toList()).onDone(found -> {
            if (found.isEmpty()) {
                next.run();
            } else if (found.stream().allMatch(LogDoor::isEither)) {
                ask(found, next);
            } else {
                reader.accept(found);
            }
        }).onFailure(Throwable.class, _ -> next.run());
    }

    private void ask(List<Path> found, Runnable next) {
        switch (dialogs.askSeveral(found.getFirst().getFileName().toString())) {
            case TRAFFIC -> reader.accept(found);
            case PROMPT -> next.run();
            case NOTHING -> {
            }
        }
    }

    private boolean isLog(Path file) {
        return holdsCalls.test(file, isEither(file) ? 2 : 1);
    }

    private static boolean isLogByName(Path file) {
        return endsIn(file, ENDINGS) || Files.isDirectory(file);
    }

    private static boolean isEither(Path file) {
        return endsIn(file, EITHER) && !Files.isDirectory(file);
    }

    private static boolean endsIn(Path file, List<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }
}
