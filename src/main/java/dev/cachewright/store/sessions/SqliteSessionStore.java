package dev.cachewright.store.sessions;

import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.store.DiskWords;
import dev.cachewright.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Keeps sessions in one SQLite database, `sessions.db`. May take long: not for the UI thread.
///
/// The file is opened when it is first asked for something, and made with the first call. Sessions of versions that kept
/// JSON Lines are taken over then. A damaged file is set aside, and what can be read of it goes on.
public final class SqliteSessionStore implements SessionStore {

    private static final String FILE = "sessions.db";
    /// SQLite takes a file that is shorter than its smallest page for a new one.
    private static final long SMALLEST = 512;

    private final Path folder;
    private final Path file;
    private final SessionLocks locks;
    private Optional<Database> database = Optional.empty();
    private Optional<Damage> damage = Optional.empty();

    /// @param folder is made when the first call is kept
    public SqliteSessionStore(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
        this.locks = new SessionLocks(folder.resolve("sessions.lock"));
    }

    /// What is done with an open database.
    private interface Work<T> {

        T with(Database open) throws SQLException, IOException;
    }

    @Override
    public synchronized void append(Session session, Call call, Exchange exchange) throws IOException {
        write(open -> {
            take(session.id());
            return open.inTransaction(() -> {
                new SessionTable(open.connection()).add(session, call);
                new CallTable(open.connection()).add(session.id(), call, exchange);
                return true;
            });
        });
    }

    @Override
    public synchronized Optional<Restored> last() throws IOException {
        return read(open -> {
            Optional<SessionSummary> last = new SessionTable(open.connection()).last();
            if (last.isPresent() && locks.take(last.get().id())) {
                return Optional.of(restored(open, last.get()));
            }
            return damage.map(lost -> new Restored(Session.started(""), Optional.of(lost)));
        }, Optional.empty());
    }

    @Override
    public synchronized List<SessionSummary> list() throws IOException {
        return read(open -> new SessionTable(open.connection()).list(locks::isElsewhere), List.of());
    }

    @Override
    public synchronized Restored open(String id) throws IOException {
        return mended(open -> {
            SessionSummary summary = find(open, id);
            take(id);
            return restored(open, summary);
        });
    }

    @Override
    public synchronized Session read(String id) throws IOException {
        return mended(open -> restored(open, find(open, id)).session());
    }

    private void take(String session) throws IOException {
        if (!locks.take(session)) {
            throw new IOException("another window has this session open");
        }
    }

    private static SessionSummary find(Database open, String id) throws SQLException, IOException {
        return new SessionTable(open.connection()).find(id)
                .orElseThrow(() -> new IOException("this session is not kept any more"));
    }

    private Restored restored(Database open, SessionSummary summary) throws SQLException {
        CallTable.Found found = new CallTable(open.connection()).of(summary.id());
        if (found.unreadable() > 0) {
            // A page of it may have been zeroed, which SQLite does not see.
            throw new SQLiteException("entries that are none", SQLiteErrorCode.SQLITE_CORRUPT);
        }
        Optional<Damage> lost = damage;
        damage = Optional.empty();
        return new Restored(new Session(summary.id(), summary.name(), summary.prompt(), found.calls()), lost);
    }

    @Override
    public synchronized Optional<Exchange> exchange(String session, int number) throws IOException {
        return read(open -> {
            try {
                return new CallTable(open.connection()).exchange(session, number);
            } catch (Contents.Damaged e) {
                throw new IOException("what call " + number + " sent is damaged on disk", e);
            }
        }, Optional.empty());
    }

    @Override
    public synchronized void relabel(String session, String name, PromptSource prompt) throws IOException {
        write(open -> open.inTransaction(() -> {
            new SessionTable(open.connection()).relabel(session, name, prompt);
            return true;
        }));
    }

    @Override
    public synchronized void delete(String session) throws IOException {
        write(open -> {
            take(session);
            open.inTransaction(() -> {
                new SessionTable(open.connection()).delete(session);
                new CallTable(open.connection()).removeUnused();
                return true;
            });
            locks.release(session);
            open.shrink();
            return true;
        });
    }

    @Override
    public synchronized void release(String session) {
        locks.release(session);
    }

    /// Does something with the database, which is made where there is none.
    private <T> T write(Work<T> work) throws IOException {
        try {
            return work.with(opened());
        } catch (SQLException e) {
            forgetDamaged(e);
            throw SqlWords.failure(e, file);
        }
    }

    /// Reads from the database, where there is one.
    ///
    /// @param none what is found where there is none
    private <T> T read(Work<T> work, T none) throws IOException {
        if (database.isEmpty() && !Files.exists(file) && OldSessions.in(folder).isEmpty()) {
            return none;
        }
        return mended(work);
    }

    /// Reads from the database; where it is damaged, from what can be read of it.
    private <T> T mended(Work<T> work) throws IOException {
        try {
            return work.with(opened());
        } catch (SQLException e) {
            if (!SqlWords.isDamage(e)) {
                throw SqlWords.failure(e, file);
            }
            return readSalvaged(work, e);
        }
    }

    private <T> T readSalvaged(Work<T> work, SQLException damaged) throws IOException {
        try {
            forgetDamaged(damaged);
            salvage(damaged);
            return work.with(opened());
        } catch (SQLException e) {
            throw SqlWords.failure(e, file);
        }
    }

    private Database opened() throws IOException, SQLException {
        if (database.filter(open -> !open.isGone()).isEmpty()) {
            try {
                database.ifPresent(Database::close);
                database = Optional.empty();
                PrivateFiles.createFolders(folder);
                locks.open();
                Database made = open();
                database = Optional.of(made);
                damage = OldSessions.takeOver(folder, made).or(() -> damage);
            } catch (SQLException e) {
                throw e;
            } catch (IOException e) {
                throw new IOException(DiskWords.of(e), e);
            }
        }
        return database.orElseThrow();
    }

    private Database open() throws IOException, SQLException {
        try {
            if (Files.exists(file) && Files.size(file) > 0 && Files.size(file) < SMALLEST) {
                throw new SQLiteException("no database", SQLiteErrorCode.SQLITE_NOTADB);
            }
            Path log = file.resolveSibling(FILE + "-wal");
            if (WriteAheadLog.isDamaged(log) && locks.isAlone()) {
                throw new SQLiteException("the log is damaged", SQLiteErrorCode.SQLITE_CORRUPT);
            }
            locks.openAgain();
            return Database.open(file);
        } catch (SQLException e) {
            if (!SqlWords.isDamage(e)) {
                throw e;
            }
            salvage(e);
            return Database.open(file);
        }
    }

    private void salvage(SQLException damaged) throws IOException, SQLException {
        if (!locks.isAlone()) {
            locks.openAgain();
            throw SqlWords.failure(damaged, file);
        }
        try {
            damage = Optional.of(Salvage.of(file));
        } finally {
            locks.openAgain();
        }
    }

    /// What is damaged is opened anew, which sets it aside.
    private void forgetDamaged(SQLException e) {
        if (SqlWords.isDamage(e)) {
            database.ifPresent(Database::close);
            database = Optional.empty();
        }
    }

    @Override
    public synchronized void close() {
        database.ifPresent(Database::close);
        database = Optional.empty();
        locks.close();
    }
}
