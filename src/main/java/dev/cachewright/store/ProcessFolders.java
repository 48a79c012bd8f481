package dev.cachewright.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders that running processes have in one place, so that a start can tell what a process that is gone has left.
///
/// A process holds its folder by a lock, which ends with it however it ends. Its number would not do: numbers come
/// again, in a container with each start.
public final class ProcessFolders implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path all;
    private final Map<Path, FileLock> held = new HashMap<>();
    private Optional<Path> mine = Optional.empty();

    /// @param all is made when it is first needed
    public ProcessFolders(Path all) {
        this.all = all;
    }

    /// The folder of this process, made when it is first asked for.
    ///
    /// @throws IOException where it cannot be made
    synchronized Path mine() throws IOException {
        if (mine.isEmpty()) {
            PrivateFiles.createFolders(all);
            Path made = Files.createTempDirectory(all, "");
            take(made);
            mine = Optional.of(made);
        }
        return mine.get();
    }

    /// The folders of processes that are gone, the newest first, and none of this one.
    synchronized List<Path> abandoned() {
        try (Stream<Path> folders = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return folders.filter(Files::isDirectory).filter(folder -> !held.containsKey(folder))
                    .sorted(Comparator.comparing(ProcessFolders::lastChange).reversed())
                    .filter(this::isAbandoned).toList();
        } catch (IOException e) {
            log("The folders of other processes could not be read", e);
            return List.of();
        }
    }

    /// Takes over the folder of a process that is gone.
    ///
    /// @return whether it is held now; not where its process runs, or another has taken it over
    synchronized boolean take(Path folder) {
        try {
            Optional<FileLock> lock = lock(folder);
            lock.ifPresent(taken -> held.put(folder, taken));
            return lock.isPresent();
        } catch (IOException e) {
            log("A folder could not be taken over", e);
            return false;
        }
    }

    /// Removes the folder of this process, where it has one; the next question for it makes another.
    ///
    /// @throws IOException where something in it cannot be removed
    synchronized void deleteMine() throws IOException {
        if (mine.isPresent()) {
            delete(mine.get());
        }
    }

    /// Removes a folder of this process with all that is in it.
    ///
    /// @throws IOException where something in it cannot be removed
    synchronized void delete(Path folder) throws IOException {
        release(folder);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Lets go of a folder of this process, so that it can be renamed.
    synchronized void release(Path folder) {
        mine = mine.filter(path -> !path.equals(folder));
        close(Optional.ofNullable(held.remove(folder)));
    }

    /// Lets go of all folders and leaves them as they are, as the end of the process would.
    @Override
    public synchronized void close() {
        List.copyOf(held.keySet()).forEach(this::release);
    }

    private boolean isAbandoned(Path folder) {
        try {
            Optional<FileLock> lock = lock(folder);
            close(lock);
            return lock.isPresent();
        } catch (IOException e) {
            log("A folder could not be looked at", e);
            return false;
        }
    }

    /// Empty where another process, or another part of this one, holds the folder.
    private static Optional<FileLock> lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), PrivateFiles.WRITING, PrivateFiles.file());
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            // Held by another part of this process.
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
        return lock;
    }

    private static void close(Optional<FileLock> lock) {
        try {
            if (lock.isPresent()) {
                lock.get().acquiredBy().close();
            }
        } catch (IOException e) {
            log("A lock could not be closed", e);
        }
    }

    private static long lastChange(Path folder) {
        return folder.toFile().lastModified();
    }

    private static void log(String what, IOException thrown) {
        System.getLogger(ProcessFolders.class.getName()).log(System.Logger.Level.WARNING, what, thrown);
    }
}
