package dev.cachewright.store.sessions;

import dev.cachewright.session.Exchange;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.store.FreeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Sets a damaged database aside as it is, and copies what can be read of it into a new one.
final class Salvage {

    /// How many more are looked for than are known to be there.
    private static final long BEYOND = 1_000;
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Database damaged;
    private final Database fresh;
    private final Map<String, Session> sessions = new HashMap<>();
    /// How many calls there were, as far as that is known.
    private final long expected;
    private int copied;

    private Salvage(Database damaged, Database fresh) {
        this.damaged = damaged;
        this.fresh = fresh;
        this.expected = number("SELECT sum(calls) FROM session").orElse(0);
    }

    /// @param file that no process has open
    static SessionStore.Damage of(Path file) throws IOException, SQLException {
        Path aside = FreeName.first(number -> file.resolveSibling(file.getFileName() + ".damaged-" + number));
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        try (Database fresh = Database.open(file)) {
            // Its first page is wanted in the file, and not in the log.
            fresh.shrink();
            return new SessionStore.Damage(copy(aside, fresh), Optional.of(aside));
        }
    }

    /// Works on a copy: reading finishes what the log began, and what was set aside stays as it was.
    private static int copy(Path aside, Database fresh) throws IOException {
        Path folder = Files.createTempDirectory(aside.getParent(), "salvage");
        Path copy = folder.resolve("sessions.db");
        try {
            for (String part : PARTS) {
                Path from = aside.resolveSibling(aside.getFileName() + part);
                if (Files.exists(from)) {
                    Files.copy(from, copy.resolveSibling(copy.getFileName() + part));
                }
            }
            FirstPage.mend(copy, fresh.file());
            WriteAheadLog.mend(copy.resolveSibling(copy.getFileName() + "-wal"));
            try (Database damaged = Database.openDamaged(copy)) {
                var salvage = new Salvage(damaged, fresh);
                salvage.copyCalls();
                return (int) Math.max(0, salvage.expected - salvage.copied);
            }
        } catch (SQLException e) {
            System.getLogger(Salvage.class.getName()).log(System.Logger.Level.WARNING,
                    "Nothing of the damaged sessions can be read", e);
            return 0;
        } finally {
            for (String part : PARTS) {
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + part));
            }
            Files.deleteIfExists(folder);
        }
    }

    /// Copies each call whose page is whole, found by its place in the file: the index over them may be broken.
    private void copyCalls() {
        long last = number("SELECT max(id) FROM call").orElse(BEYOND + 2 * expected);
        for (long id = 1; id <= last; id++) {
            copied += copyCall(id) ? 1 : 0;
        }
    }

    private OptionalLong number(String sql) {
        try (PreparedStatement query = damaged.connection().prepareStatement(sql)) {
            ResultSet row = query.executeQuery();
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        } catch (SQLException e) {
            log(e);
            return OptionalLong.empty();
        }
    }

    private Optional<SessionSummary> summary(String id) {
        try {
            return new SessionTable(damaged.connection()).find(id);
        } catch (SQLException e) {
            log(e);
            return Optional.empty();
        }
    }

    /// @return whether it is there and could be read, with or without its bodies
    private boolean copyCall(long id) {
        try {
            Optional<CallTable.Place> place = new CallTable(damaged.connection()).place(id);
            if (place.isEmpty()) {
                return false;
            }
            CallTable.Place found = place.get();
            Session session = sessions.computeIfAbsent(found.session(), this::session);
            Exchange exchange = exchange(found);
            fresh.inTransaction(() -> {
                new SessionTable(fresh.connection()).add(session, found.call());
                new CallTable(fresh.connection()).add(session.id(), found.call(), exchange);
                return true;
            });
            return true;
        } catch (SQLException e) {
            log(e);
            return false;
        }
    }

    private Session session(String id) {
        return summary(id).map(known -> new Session(id, known.name(), known.prompt(), List.of()))
                .orElseGet(() -> Session.started(id));
    }

    private Exchange exchange(CallTable.Place found) {
        try {
            return new CallTable(damaged.connection()).exchange(found);
        } catch (SQLException | Contents.Damaged e) {
            log(e);
            return new Exchange("", "");
        }
    }

    private static void log(Exception e) {
        System.getLogger(Salvage.class.getName()).log(System.Logger.Level.DEBUG, "Damaged", e);
    }
}
