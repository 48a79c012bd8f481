package dev.cachewright.store.sessions;

import dev.cachewright.session.Call;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets a damaged database aside as it is, and copies what can be read of it into a new one.
final class Salvage {

    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Database damaged;
    private final Database fresh;
    private int lost;

    private Salvage(Database damaged, Database fresh) {
        this.damaged = damaged;
        this.fresh = fresh;
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
            try (Database damaged = Database.openDamaged(copy)) {
                var salvage = new Salvage(damaged, fresh);
                salvage.sessions().forEach(salvage::copySession);
                return salvage.lost;
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

    /// The sessions that are named anywhere.
    private List<String> sessions() {
        var ids = new ArrayList<String>();
        for (String sql : List.of("SELECT id FROM session", "SELECT DISTINCT session FROM call")) {
            try (PreparedStatement query = damaged.connection().prepareStatement(sql)) {
                ResultSet row = query.executeQuery();
                while (row.next()) {
                    if (!ids.contains(row.getString(1))) {
                        ids.add(row.getString(1));
                    }
                }
            } catch (SQLException e) {
                log(e);
            }
        }
        return ids;
    }

    private void copySession(String id) {
        Optional<SessionSummary> summary = summary(id);
        int last = summary.map(known -> known.totals().calls()).orElse(0);
        Session session = summary.map(known -> new Session(id, known.name(), known.prompt(), List.of()))
                .orElseGet(() -> Session.started(id));
        for (int number : numbers(id, last)) {
            lost += copyCall(session, number) ? 0 : 1;
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

    /// The numbers of the calls as far as they can be read, and those up to the last that is known to be there.
    private List<Integer> numbers(String id, int count) {
        var numbers = new ArrayList<Integer>();
        try (PreparedStatement query = damaged.connection()
                .prepareStatement("SELECT number FROM call WHERE session = ? ORDER BY number")) {
            query.setString(1, id);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                numbers.add(row.getInt(1));
            }
        } catch (SQLException e) {
            log(e);
        }
        int next = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
        while (numbers.size() < count) {
            numbers.add(next);
            next++;
        }
        return numbers;
    }

    /// @return whether it could be read, with or without its bodies
    private boolean copyCall(Session session, int number) {
        try {
            Optional<Call> call = new CallTable(damaged.connection()).find(session.id(), number);
            if (call.isEmpty()) {
                return false;
            }
            Exchange exchange = exchange(session.id(), number);
            fresh.inTransaction(() -> {
                new SessionTable(fresh.connection()).add(session, call.get());
                new CallTable(fresh.connection()).add(session.id(), call.get(), exchange);
                return true;
            });
            return true;
        } catch (SQLException e) {
            log(e);
            return false;
        }
    }

    private Exchange exchange(String session, int number) {
        try {
            return new CallTable(damaged.connection()).exchange(session, number)
                    .orElseGet(() -> new Exchange("", ""));
        } catch (SQLException | Contents.Damaged e) {
            log(e);
            return new Exchange("", "");
        }
    }

    private static void log(Exception e) {
        System.getLogger(Salvage.class.getName()).log(System.Logger.Level.DEBUG, "Damaged", e);
    }
}
