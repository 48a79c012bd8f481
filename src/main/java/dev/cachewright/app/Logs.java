package dev.cachewright.app;

import dev.cachewright.store.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The log files of the window: three of at most a megabyte, the newest `cachewright-0.log`.
final class Logs implements AutoCloseable {

    private static final int BYTES = 1 << 20;
    private static final int FILES = 3;

    private final Logger root;
    private final FileHandler handler;

    private Logs(Logger root, FileHandler handler) {
        this.root = root;
        this.handler = handler;
    }

    /// Writes what `root` and the loggers below it log into `folder`.
    ///
    /// @param lines never have a key in them
    static Logs start(Logger root, Path folder, LogLines lines) throws IOException {
        return start(root, folder, lines, BYTES);
    }

    static Logs start(Logger root, Path folder, LogLines lines, int bytes) throws IOException {
        PrivateFiles.createFolders(folder);
        // The pattern has its own escapes; a percent sign in the folder's name is doubled.
        String pattern = folder.toString().replace("%", "%%") + "/cachewright-%g.log";
        var handler = new FileHandler(pattern, bytes, FILES, true);
        // Rotated ones are made by the handler, in a folder that is closed to others.
        for (String made : List.of("cachewright-0.log", "cachewright-0.log.lck")) {
            PrivateFiles.close(folder.resolve(made));
        }
        handler.setEncoding(StandardCharsets.UTF_8.name());
        handler.setFormatter(lines);
        handler.setLevel(Level.INFO);
        root.addHandler(handler);
        return new Logs(root, handler);
    }

    /// A line for the files alone.
    void note(String line) {
        var record = new LogRecord(Level.INFO, line);
        record.setLoggerName(Logs.class.getName());
        handler.publish(record);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        handler.close();
    }
}
