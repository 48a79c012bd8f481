package dev.cachewright.store.sessions;

import dev.cachewright.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// An open database file.
///
/// It has a write-ahead log, so that windows read while another writes and a kill loses nothing that was committed. What
/// is deleted is overwritten.
final class Database implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int PAUSE_MILLIS = 25;
    /// The first holds only for a file that is still empty.
    private static final List<String> PRAGMAS = List.of("auto_vacuum = INCREMENTAL", "journal_mode = WAL",
            "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON");

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Something that is done within a transaction.
    interface Work<T> {

        T run() throws SQLException;
    }

    /// Opens the file, which is made where there is none; only its user can read it.
    ///
    /// Where others open it at the same moment, SQLite says at once that it is busy, whatever the patience: it is tried again.
    static Database open(Path file) throws SQLException, IOException {
        long tries = PATIENCE_MILLIS / PAUSE_MILLIS;
        while (true) {
            try {
                return openOnce(file);
            } catch (SQLException e) {
                tries--;
                if (tries < 0 || !SqlWords.isBusy(e)) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            }
        }
    }

    private static Database openOnce(Path file) throws SQLException, IOException {
        PrivateFiles.createFile(file);
        Database database = connect(file);
        try {
            for (String pragma : PRAGMAS) {
                database.execute("PRAGMA " + pragma);
            }
            Schema.bringUpToDate(database.connection);
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /// Opens a copy of a damaged file, to see what of it can be read.
    static Database openDamaged(Path file) throws SQLException {
        Database database = connect(file);
        // Else SQLite reads nothing of a file that is shorter than it says.
        database.execute("PRAGMA writable_schema = ON");
        return database;
    }

    private static Database connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return new Database(file, source.getConnection());
    }

    Connection connection() {
        return connection;
    }

    Path file() {
        return file;
    }

    /// Does all of the work or nothing of it.
    <T> T inTransaction(Work<T> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try {
            T result = work.run();
            execute("COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Exception cause) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // A full disk may have ended the transaction already.
            cause.addSuppressed(e);
        }
    }

    /// Gives back the room of what was deleted, and empties the log that may still hold it.
    void shrink() throws SQLException {
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
        execute("PRAGMA incremental_vacuum");
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean isGone() {
        return !Files.exists(file);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING,
                    "The sessions could not be closed", e);
        }
    }
}
