package dev.cachewright.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Says which prompt a process is about to show, for the start after one that did not get past it: a small file in the
/// folder of each process, which is taken away once the prompt can be seen.
///
/// What cannot be written or read is passed over: without a mark the next start opens the file as always.
public final class OpeningMarks {

    private static final String MARK = "shown.txt";

    private final ProcessFolders folders;

    public OpeningMarks(ProcessFolders folders) {
        this.folders = folders;
    }

    /// Marks what is about to be shown: a file, or a prompt without one by its name.
    public synchronized void set(String shown) {
        try {
            AtomicFile.writePrivate(folders.mine().resolve(MARK), shown.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            log("A prompt that is opened could not be marked", e);
        }
    }

    /// What the newest process that is gone did not get past.
    public synchronized Optional<String> left() {
        return abandoned().stream().findFirst().flatMap(folder -> {
            try {
                return Optional.of(Files.readString(folder.resolve(MARK), StandardCharsets.UTF_8))
                        .filter(text -> !text.isBlank());
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
        withdraw();
        abandoned().forEach(this::delete);
    }

    /// Takes away the mark of this process only.
    public synchronized void withdraw() {
        try {
            folders.deleteMine();
        } catch (IOException e) {
            log("A mark could not be deleted", e);
        }
    }

    private List<Path> abandoned() {
        return folders.abandoned().stream().filter(folder -> Files.exists(folder.resolve(MARK))).toList();
    }

    private void delete(Path folder) {
        try {
            if (folders.take(folder)) {
                folders.delete(folder);
            }
        } catch (IOException e) {
            log("A mark could not be deleted", e);
        }
    }

    private static void log(String what, IOException thrown) {
        System.getLogger(OpeningMarks.class.getName()).log(System.Logger.Level.WARNING, what, thrown);
    }
}
