package dev.cachewright.store.sessions;

import dev.cachewright.store.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which sessions this process has open, as locks that end with it however it ends: each a byte of one file, at a place
/// that its id gives.
///
/// The file stays open until the end: on Unix the first channel that is closed would take the locks of all.
final class SessionLocks implements AutoCloseable {

    private static final long HASH = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PLACES = (1L << 50) - 1;
    /// The place that says that the store is open at all.
    private static final long OPEN = PLACES + 1;

    private final Path file;
    private final Map<Long, FileLock> held = new HashMap<>();
    private Optional<FileChannel> channel = Optional.empty();

    /// @param file is made when it is first needed
    SessionLocks(Path file) {
        this.file = file;
    }

    /// Takes a session for this process.
    ///
    /// @return whether it has it now; not where another has
    boolean take(String session) throws IOException {
        return take(place(session));
    }

    /// Whether another process has the session.
    boolean isElsewhere(String session) {
        long place = place(session);
        try {
            if (held.containsKey(place)) {
                return false;
            }
            boolean isFree = take(place);
            release(place);
            return !isFree;
        } catch (IOException e) {
            log("It could not be told whether a session is open", e);
            return false;
        }
    }

    void release(String session) {
        release(place(session));
    }

    /// Says that this process uses the store, as any number may; waits while another one is alone with it.
    void open() throws IOException {
        if (!held.containsKey(OPEN)) {
            try {
                held.put(OPEN, channel().lock(OPEN, 1, true));
            } catch (OverlappingFileLockException _) {
                // Another part of this process says so.
            }
        }
    }

    /// Whether no other process uses the store, and none can begin to until [#open] is called again.
    boolean isAlone() throws IOException {
        release(OPEN);
        return take(OPEN);
    }

    /// After [#isAlone].
    void openAgain() throws IOException {
        release(OPEN);
        open();
    }

    private boolean take(long place) throws IOException {
        if (held.containsKey(place)) {
            return true;
        }
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel().tryLock(place, 1, false));
            lock.ifPresent(taken -> held.put(place, taken));
            return lock.isPresent();
        } catch (OverlappingFileLockException _) {
            // Another part of this process has it.
            return false;
        }
    }

    private void release(long place) {
        FileLock lock = held.remove(place);
        if (lock != null) {
            try {
                lock.release();
            } catch (IOException e) {
                log("A session could not be let go of", e);
            }
        }
    }

    private FileChannel channel() throws IOException {
        if (channel.isEmpty()) {
            PrivateFiles.createFile(file);
            channel = Optional.of(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        }
        return channel.get();
    }

    /// The same in every version: windows of two of them may meet.
    private static long place(String session) {
        long hash = BASIS;
        for (int i = 0; i < session.length(); i++) {
            hash = (hash ^ session.charAt(i)) * HASH;
        }
        return hash & PLACES;
    }

    @Override
    public void close() {
        try {
            held.clear();
            if (channel.isPresent()) {
                channel.get().close();
            }
            channel = Optional.empty();
        } catch (IOException e) {
            log("The locks of sessions could not be closed", e);
        }
    }

    private static void log(String what, IOException thrown) {
        System.getLogger(SessionLocks.class.getName()).log(System.Logger.Level.WARNING, what, thrown);
    }
}
