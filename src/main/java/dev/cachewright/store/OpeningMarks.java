package dev.cachewright.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/// Says which prompt a process is about to show, for the start after one that did not get past it: a small file for
/// each process, which is taken away once the prompt can be seen.
///
/// What cannot be written or read is passed over: without a mark the next start opens the file as always.
public final class OpeningMarks {

    private final Path folder;
    private final long process;
    private final LongPredicate isAlive;

    /// @param process the number of this process
    /// @param isAlive whether a process runs, by its number
    public OpeningMarks(Path folder, long process, LongPredicate isAlive) {
        this.folder = folder;
        this.process = process;
        this.isAlive = isAlive;
    }

    /// Marks what is about to be shown: a file, or a prompt without one by its name.
    public synchronized void set(String shown) {
        try {
            Files.createDirectories(folder);
            Files.writeString(mine(), shown, StandardCharsets.UTF_8);
        } catch (IOException e) {
            log("A prompt that is opened could not be marked", e);
        }
    }

    /// What the newest process that is gone did not get past.
    public synchronized Optional<String> left() {
        return abandoned().stream().max(Comparator.comparing(file -> file.toFile().lastModified())).flatMap(file -> {
            try {
                return Optional.of(Files.readString(file, StandardCharsets.UTF_8)).filter(text -> !text.isBlank());
            } catch (IOException e) {
                log("A mark could not be read", e);
                return Optional.empty();
            }
        });
    }

    /// The file that was left, where it is one that still exists.
    public Optional<Path> leftFile() {
        return left().flatMap(text -> {
            try {
                return Optional.of(Path.of(text)).filter(Path::isAbsolute).filter(Files::isRegularFile);
            } catch (InvalidPathException _) {
                return Optional.empty();
            }
        });
    }

    /// What is shown can be seen: takes away this mark, and those of processes that are gone.
    public synchronized void clear() {
        delete(mine());
        abandoned().forEach(this::delete);
    }

    /// Takes away the mark of this process only.
    public synchronized void withdraw() {
        delete(mine());
    }

    private Path mine() {
        return folder.resolve(Long.toString(process));
    }

    private List<Path> abandoned() {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{1,18}"))
                    .filter(file -> isAbandoned(Long.parseLong(file.getFileName().toString()))).toList();
        } catch (IOException e) {
            log("The marks could not be read", e);
            return List.of();
        }
    }

    private boolean isAbandoned(long number) {
        return number != process && !isAlive.test(number);
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log("A mark could not be deleted", e);
        }
    }

    private static void log(String what, IOException thrown) {
        System.getLogger(OpeningMarks.class.getName()).log(System.Logger.Level.WARNING, what, thrown);
    }
}
