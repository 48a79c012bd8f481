package dev.cachewright.store.sessions;

import dev.cachewright.catalog.Money;
import dev.cachewright.session.Call;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of sessions: their names and sums, without their calls.
final class SessionTable {

    private static final String SEPARATOR = ", ";

    private final Connection connection;

    SessionTable(Connection connection) {
        this.connection = connection;
    }

    /// All sessions, the one that was called last first.
    ///
    /// @param isElsewhere whether another window has the session with an id open
    List<SessionSummary> list(Predicate<String> isElsewhere) throws SQLException {
        var all = new ArrayList<SessionSummary>();
        try (PreparedStatement query = connection
                .prepareStatement("SELECT * FROM session ORDER BY last DESC, id DESC")) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                all.add(summary(row, isElsewhere.test(row.getString("id"))));
            }
        }
        return all;
    }

    /// The session that was called last.
    Optional<SessionSummary> last() throws SQLException {
        return first("SELECT * FROM session ORDER BY last DESC, id DESC LIMIT 1");
    }

    /// The session with this id, without its calls.
    Optional<SessionSummary> find(String id) throws SQLException {
        return first("SELECT * FROM session WHERE id = ?", id);
    }

    private Optional<SessionSummary> first(String sql, String... arguments) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setString(i + 1, arguments[i]);
            }
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(summary(row, false)) : Optional.empty();
        }
    }

    /// Takes a call into the sums of its session, which is made where it is not there.
    void add(Session session, Call call) throws SQLException {
        Optional<SessionSummary> before = find(session.id());
        SessionSummary.Totals totals = before.map(SessionSummary::totals).orElseGet(SessionSummary.Totals::none)
                .with(call);
        String models = models(before.map(SessionSummary::models).orElse(""), call.target().model());
        String name = before.map(SessionSummary::name).orElse(session.name());
        Instant at = call.measurement().timing().at();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO session (id, name, prompt, path, models, last, calls, input, cached, misses, cost)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET prompt = excluded.prompt, path = excluded.path, models = excluded.models, last = excluded.last, calls = excluded.calls,
                  input = excluded.input, cached = excluded.cached,
                  misses = excluded.misses, cost = excluded.cost""")) {
            insert.setString(1, session.id());
            insert.setString(2, name);
            insert.setString(3, session.prompt().name());
            insert.setString(4, session.prompt().path());
            insert.setString(5, models);
            insert.setLong(6, at.toEpochMilli());
            insert.setInt(7, totals.calls());
            insert.setLong(8, totals.input());
            insert.setLong(9, totals.cached());
            insert.setInt(10, totals.misses());
            setCost(insert, 11, totals.cost());
            insert.executeUpdate();
        }
    }

    private static void setCost(PreparedStatement statement, int index, Optional<Money> cost) throws SQLException {
        if (cost.isPresent()) {
            statement.setLong(index, cost.get().picoDollars());
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    /// The names with another one, each once.
    private static String models(String names, String name) {
        return Stream.concat(Arrays.stream(names.split(SEPARATOR)), Stream.of(name)).filter(each -> !each.isEmpty())
                .distinct().collect(Collectors.joining(SEPARATOR));
    }

    void relabel(String id, String name, PromptSource prompt) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE session SET name = ?, prompt = ?, path = ? WHERE id = ?")) {
            update.setString(1, name);
            update.setString(2, prompt.name());
            update.setString(3, prompt.path());
            update.setString(4, id);
            update.executeUpdate();
        }
    }

    /// Removes a session and its calls; what these had sent and received stays until nothing has it any more.
    void delete(String id) throws SQLException {
        try (PreparedStatement removal = connection.prepareStatement("DELETE FROM session WHERE id = ?")) {
            removal.setString(1, id);
            removal.executeUpdate();
        }
    }

    private static SessionSummary summary(ResultSet row, boolean isElsewhere) throws SQLException {
        long cost = row.getLong("cost");
        Optional<Money> sum = row.wasNull() ? Optional.empty() : Optional.of(new Money(cost));
        return new SessionSummary(row.getString("id"), row.getString("name"),
                new PromptSource(row.getString("prompt"), row.getString("path")),
                Instant.ofEpochMilli(row.getLong("last")), row.getString("models"),
                new SessionSummary.Totals(row.getInt("calls"), row.getLong("input"), row.getLong("cached"),
                        row.getInt("misses"), sum),
                isElsewhere);
    }
}
